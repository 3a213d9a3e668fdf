import { NUMERAL } from '#compiler/lexicon/numeral.ts'
import type { Extent } from '#compiler/source/sentence.ts'
import type { Pieces } from './taught.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const numerals = new RegExp(NUMERAL, 'g')

/** Where a taught phrase stands in a text, in text order; its number may be any. Nothing in a phrase is a pattern. */
export function findPhrase(text: string, phrase: Pieces): Extent[] {
  return phrase.hasNumber ? aroundNumbers(text, phrase) : literally(text, phrase.before)
}

function literally(text: string, words: string): Extent[] {
  const found: Extent[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push({ start: at, end: at + words.length })
  return found
}

function aroundNumbers(text: string, { before, after }: Pieces): Extent[] {
  if (!text.includes(before === '' ? after : before)) return []
  return matchesOf(numerals, text).flatMap((match) => {
    const end = match.index + match[0].length
    if (!text.slice(0, match.index).endsWith(before) || !text.startsWith(after, end)) return []
    return [{ start: match.index - before.length, end: end + after.length }]
  })
}

/** The first phrase of a list that a test of its places holds for, with that place. */
export function firstPlace<Phrase extends Pieces>(
  text: string,
  phrases: readonly Phrase[],
  pick: (places: readonly Extent[]) => Extent | undefined,
): { readonly phrase: Phrase; readonly at: Extent } | null {
  for (const phrase of phrases) {
    const at = pick(findPhrase(text, phrase))
    if (at !== undefined) return { phrase, at }
  }
  return null
}
