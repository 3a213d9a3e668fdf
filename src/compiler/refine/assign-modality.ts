import type { Item, Refiner } from '#compiler/read/item.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const striving = /力争|争取|努力/g
const principle = /原则上|一般(?:不|应|要|控制|掌握)|一般情况下|尽量/g

/** 力争 (striving) and 原则上 (in principle) before an item of the same part soften it. */
export const assignModality: Refiner = (draught) => {
  const { text, parts } = draught.sentence
  return {
    ...draught,
    items: draught.items.map((item) => {
      const from = parts[item.part]?.start ?? 0
      const lead = text.slice(from, item.anchor.start)
      return { ...item, modality: last(lead, striving, 'striving', from) ?? last(lead, principle, 'in-principle', from) }
    }),
  }
}

function last(lead: string, pattern: RegExp, value: 'striving' | 'in-principle', from: number): Item['modality'] {
  const match = matchesOf(pattern, lead).at(-1)
  if (match === undefined) return null
  return { value, words: { start: from + match.index, end: from + match.index + match[0].replace(/(?<=一般).*/, '').length } }
}
