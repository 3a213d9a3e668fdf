import type { Found, Refiner } from '#compiler/read/item.ts'
import { findPhrase } from './find-phrase.ts'
import { nothingTaught, type Taught } from './taught.ts'
import type { Scope } from '#core/draft/reading.ts'

/** For whom a promise holds by the words that people have taught: the last that stands before it in the sentence. */
export const scopeAsTaught: Refiner = (draught) => {
  const taught = draught.before.taught ?? nothingTaught
  if (taught.scope.length === 0) return draught
  const items = draught.items.map((item) => {
    const scope = taughtScope(draught.sentence.text, taught, item.anchor.start)
    return scope === null ? item : { ...item, scope }
  })
  return { ...draught, items }
}

/** The last taught word before a place; of two that end together the longer. */
export function taughtScope(text: string, { scope }: Pick<Taught, 'scope'>, until: number): Found<Scope> | null {
  let last: { readonly end: number; readonly found: Found<Scope> } | null = null
  for (const phrase of scope) {
    const words = findPhrase(text, phrase).findLast(({ end }) => end <= until)
    if (words !== undefined && words.end > (last?.end ?? 0))
      last = { end: words.end, found: { value: phrase.teaches.scope, words, rule: phrase.rule } }
  }
  return last?.found ?? null
}
