import type { Register } from '#core/register/register.ts'
import type { Language } from '#web/_lib/language.ts'

/** The title of a register in a language; the Chinese one where there is no other. */
export function titleOf({ title, titleEn }: Register, language: Language): string {
  return language === 'en' && titleEn !== '' ? titleEn : title
}
