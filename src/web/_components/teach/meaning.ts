import type { Teaching } from '#core/phrase-rule/phrase-rule.ts'
import type { Register } from '#core/register/register.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'
import type { Text } from './text.zh.ts'

/** What a phrase means, in words. */
export function meaningOf(
  teaches: Teaching,
  text: Text,
  words: ReadingWords,
  registers: ReadonlyMap<string, Register> | undefined,
): string {
  switch (teaches.kind) {
    case 'unit':
      return text.means.unit(teaches.unit)
    case 'rhythm':
      return text.means.rhythm(words.period(teaches.period))
    case 'comparator':
      return text.means.comparator(words.comparatorLong[teaches.comparator])
    case 'scope':
      return text.means.scope(words.scope[teaches.scope], teaches.group)
    case 'org':
    case 'leader':
      return text.means[teaches.kind](teaches.name)
    case 'wording':
      return text.means.wording
    case 'register':
      return text.means.register(registers?.get(teaches.register)?.title ?? teaches.register)
  }
}
