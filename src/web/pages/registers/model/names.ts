import type { PackPost } from '#core/pack/pack.ts'
import type { Field } from '#core/register/field.ts'
import type { Language } from '#web/_lib/language.ts'

interface Titled {
  readonly title: string
  readonly titleEn: string
}

/** The title in a language; the Chinese one where there is no other. */
export function titleIn(language: Language, { title, titleEn }: Titled): string {
  return language === 'en' && titleEn !== '' ? titleEn : title
}

/** The label of a field in a language; the Chinese one where there is no other. */
export function labelIn(language: Language, { label, labelEn }: Field): string {
  return language === 'en' && labelEn !== '' ? labelEn : label
}

/** An option of a field in a language; the option itself where there is no other. */
export function optionIn(language: Language, field: Field, option: string): string {
  if (language === 'zh' || field.type !== 'choice') return option
  return field.optionsEn[field.options.indexOf(option)] ?? option
}

/** Who is meant, in words: posts of the pack by their titles, other names as they stand. */
export function whoIn(language: Language, names: readonly string[], posts: readonly PackPost[]): string {
  const words = names.map((name) => {
    const post = posts.find(({ id }) => id === name)
    return post === undefined ? name : titleIn(language, post)
  })
  return words.join(language === 'zh' ? '、' : ', ')
}
