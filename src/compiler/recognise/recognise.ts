import { findCoverage } from './coverage.ts'
import { findDates } from './date.ts'
import { findLimits } from './limit.ts'
import type { Mark, Recogniser } from './mark.ts'
import { findNames } from './names.ts'
import { findPeriods } from './period.ts'
import { findQuantities } from './quantity.ts'
import { findTaught } from '#compiler/taught/find-taught.ts'
import { nothingTaught, type Taught } from '#compiler/taught/taught.ts'

/**
 * In order of trust: what an earlier recogniser found, a later one does not read again. Names come first, so that 三个规定 is never three;
 * periods before dates, so that 每年1月31日前 is a recurrence; limits before quantities, so that 5日内 is a limit. Each comes with the
 * characters without which it finds nothing: most sentences have none of them.
 */
const recognisers: readonly (readonly [without: RegExp, find: Recogniser])[] = [
  [/[\d一二三四五六七八九十两百千廿《“"‘'「『A-Za-z]/, findNames],
  [/[每逐按年月周季学日天旬]/, findPeriods],
  [/[年月季]|\d[-./]\d/, findDates],
  [/内/, findLimits],
  [/覆盖|零/, findCoverage],
  [/[\d一二三四五六七八九十百千两半]|零增长/, findQuantities],
]

/** All marks of a sentence in text order, none overlapping another. What people have taught comes before all. */
export function recognise(text: string, taught: Taught = nothingTaught): Mark[] {
  const claimed = new Uint8Array(text.length)
  const first: readonly Mark[] = findTaught(text, taught)
  const kept = [...first]
  for (const { start, end } of first) claimed.fill(1, start, end)
  for (const [without, find] of recognisers) {
    if (!without.test(text)) continue
    for (const mark of find(text)) {
      const core = mark.type === 'limit' ? { start: mark.number.start, end: mark.end } : mark
      if (mark.type === 'name' && first.some(({ start, end }) => mark.start < end && start < mark.end)) continue
      if (mark.type !== 'name' && claimed.subarray(core.start, core.end).some((taken) => taken === 1)) continue
      claimed.fill(1, core.start, core.end)
      kept.push(mark)
    }
  }
  return kept.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
