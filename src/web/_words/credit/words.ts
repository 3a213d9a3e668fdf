import type { Reason } from '#core/occurrence/credit.ts'
import type { Register } from '#core/register/register.ts'
import { type Language, useLanguage, useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** What the parameters of a reason mean: the registers by id, and names by key. */
interface ReasonContext {
  /** The register of the record: whose fields are meant. */
  readonly register: Register | undefined
  readonly registers: ReadonlyMap<string, Register>
  readonly names: Readonly<Record<string, string>>
}

/** Words why a record counts or does not, in the language of the screen. */
export function useReasonText(): (reason: Reason, context: ReasonContext) => string {
  const text = useText({ zh, en })
  const language = useLanguage()
  return ({ code, params }, { register, registers, names }) => {
    const field = register?.fields.find(({ id }) => id === params['field'])
    const named = registers.get(params['register'] ?? '') ?? register
    return text[code]({
      field: field === undefined ? (params['field'] ?? '') : inLanguage(language, field.label, field.labelEn),
      register: named === undefined ? '' : inLanguage(language, named.title, named.titleEn),
      commitment: names[`commitment:${params['commitment'] ?? ''}`] ?? '—',
      by: params['by'] ?? '',
      on: params['on'] ?? '',
    })
  }
}

function inLanguage(language: Language, chinese: string, english: string): string {
  return language === 'en' && english !== '' ? english : chinese
}
