import type { WorkRecord } from '#core/record/record.ts'
import type { Register } from '#core/register/register.ts'
import { type NamesByKey, occurredWords, partiesWords, partyWords, valueWords } from '#web/_components/record-value/value-words.ts'
import type { Language } from '#web/_lib/language.ts'
import type { Text } from '../text.zh.ts'

type Content = Pick<WorkRecord, 'occurredOn' | 'subjects' | 'org' | 'values'>

/** One thing a record says: `key` is `occurredOn`, `subjects`, `org` or the field. */
export interface ContentRow {
  readonly key: string
  readonly label: string
  readonly words: string
}

/** All that a record says, in the order of its form; fields the register has no more stand last, while they hold something. */
export function contentRows(
  content: Content,
  register: Register | undefined,
  context: { names: NamesByKey; language: Language; text: Text },
): readonly ContentRow[] {
  const { names, language, text } = context
  const fields = (register?.fields ?? []).filter(({ id, isRetired }) => !isRetired || content.values[id] !== undefined)
  const others = Object.keys(content.values).filter((id) => register?.fields.every((field) => field.id !== id) ?? true)
  const values = new Map(Object.entries(content.values))
  return [
    { key: 'occurredOn', label: text.when, words: occurredWords(content.occurredOn, language) },
    { key: 'subjects', label: text.who, words: partiesWords(content.subjects, names, language) },
    { key: 'org', label: text.org, words: partyWords({ kind: 'org', id: content.org }, names, language) },
    ...fields.map((field) => ({
      key: field.id,
      label: language === 'en' && field.labelEn !== '' ? field.labelEn : field.label,
      words: valueWords(content.values[field.id], field, names, language),
    })),
    ...others.map((id) => ({ key: id, label: id, words: valueWords(values.get(id), undefined, names, language) })),
  ]
}
