import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { NUMBER_SLOT } from '#core/phrase-rule/signs.ts'
import type { CountingHint, Register } from '#core/register/register.ts'

const bare: Omit<CountingHint, 'words'> = { where: null, measure: null, takes: 'sum', outOf: null, isShare: false, completion: null }

/** The registers with the words that people have taught to be about them, beside their own. */
export function withTaughtHints(registers: readonly Register[], rules: readonly PhraseRule[]): readonly Register[] {
  return registers.map((register) => {
    const words = rules.flatMap(({ teaches, phrase }) =>
      teaches.kind === 'register' && teaches.register === register.id && !phrase.includes(NUMBER_SLOT) ? [phrase] : [],
    )
    return words.length === 0 ? register : { ...register, hints: [...register.hints, { ...bare, words }] }
  })
}

/** Words of a plan as the roster names those who are meant: a phrase that was taught to mean a body stands for its name. */
export function withGroupNames(words: string, rules: readonly PhraseRule[]): string {
  return rules
    .toSorted((a, b) => b.phrase.length - a.phrase.length)
    .reduce((said, { teaches, phrase }) => {
      const group = teaches.kind === 'scope' ? teaches.group : null
      return group === null || said.includes(group) ? said : said.replaceAll(phrase, () => group)
    }, words)
}
