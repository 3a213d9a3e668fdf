import type { Register } from '#core/register/register.ts'
import { isEmpty, type Typed } from '#web/_components/record-form/model/typed.ts'
import { type NamesByKey, partiesWords, partyWords, occurredWords, valueWords } from '#web/_components/record-value/value-words.ts'
import type { Language } from '#web/_lib/language.ts'

/** What is typed, by key, as a record that stands would be read. */
export function typedWords(
  typed: Typed,
  register: Register,
  { names, language }: { readonly names: NamesByKey; readonly language: Language },
): readonly (readonly [key: string, words: string])[] {
  const to = typed.to === '' ? typed.from : typed.to
  return [
    ['occurredOn', occurredWords({ ...typed, to }, language)],
    ['subjects', partiesWords(typed.subjects, names, language)],
    ['org', partyWords({ kind: 'org', id: typed.org }, names, language)],
    ...register.fields.map((field) => {
      const value = typed.values[field.id]
      return [field.id, value === undefined || isEmpty(value) ? '' : valueWords(value, field, names, language)] as const
    }),
  ]
}
