import { isQuantity, type Draughted, type Item, type Refiner } from '#compiler/read/item.ts'
import type { Extent } from '#compiler/source/sentence.ts'
import type { Comparator } from '#core/draft/reading.ts'
import { firstPlace } from './find-phrase.ts'
import { nothingTaught } from './taught.ts'

/** How far before its number a comparing word may stand. */
const FARTHEST = 12

/** Compares numbers as people have taught: the phrase stands around the number, right behind it, or before it without another number between. */
export const compareAsTaught: Refiner = (draught) => {
  const { comparator } = draught.before.taught ?? nothingTaught
  if (comparator.length === 0) return draught
  return { ...draught, items: draught.items.map((item, index) => compared(draught, item, draught.items[index - 1])) }
}

function compared(draught: Draughted, item: Item, previous: Item | undefined): Item {
  if (!isQuantity(item.mark)) return item
  const { text, parts } = draught.sentence
  const part = parts[item.part]
  const from = Math.max(part?.start ?? 0, previous?.mark.end ?? 0)
  const { mark } = item
  const found = firstPlace(text, draught.before.taught?.comparator ?? [], (places) =>
    places.findLast(({ start, end }) => {
      if (start <= mark.number.start && mark.number.end <= end) return true
      return start === mark.end || (start >= from && end <= mark.start && mark.start - end <= FARTHEST)
    }),
  )
  if (found === null) return item
  const words: Extent = found.at
  const { comparator } = found.phrase.teaches
  const extent = { start: Math.min(item.extent.start, words.start), end: Math.max(item.extent.end, words.end) }
  return {
    ...item,
    kind: kindUnder(item, comparator),
    comparator: { value: comparator, words, rule: found.phrase.rule },
    isCompared: true,
    extent,
  }
}

/** A number that goes up or down is a change; one that no longer does is what its unit says. */
function kindUnder(item: Item, comparator: Comparator): Item['kind'] {
  if (/^(?:de|in)crease/.test(comparator)) return 'trend'
  if (item.kind !== 'trend') return item.kind
  return item.unit !== null && /^[%‰‱]$/.test(item.unit.value) ? 'ratio' : 'count'
}
