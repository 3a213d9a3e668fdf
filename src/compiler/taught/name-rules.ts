import { isPeriod, isQuantity, type Found, type Item, type Refiner } from '#compiler/read/item.ts'
import type { Mark } from '#compiler/recognise/mark.ts'
import type { RuleRef } from '#core/text/certain.ts'

/** Says of each period and unit that a taught phrase marked through which rule it was found. Last: whoever related them need not know. */
export const nameRules: Refiner = (draught) => {
  const ruled = new Map<string, RuleRef>()
  for (const mark of draught.marks) {
    const words = wordsOf(mark)
    if (words !== null) ruled.set(`${words.start}-${words.end}`, words.rule)
  }
  if (ruled.size === 0) return draught
  const named = <T>(found: Found<T> | null): Found<T> | null => {
    if (found === null || !('words' in found)) return found
    const rule = ruled.get(`${found.words.start}-${found.words.end}`)
    return rule === undefined ? found : { ...found, rule }
  }
  return { ...draught, items: draught.items.map((item): Item => ({ ...item, period: named(item.period), unit: named(item.unit) })) }
}

function wordsOf(mark: Mark): { readonly start: number; readonly end: number; readonly rule: RuleRef } | null {
  if (isPeriod(mark) && mark.rule !== undefined) return { ...mark.word, rule: mark.rule }
  return isQuantity(mark) && mark.rule !== undefined ? { ...mark.unitWords, rule: mark.rule } : null
}
