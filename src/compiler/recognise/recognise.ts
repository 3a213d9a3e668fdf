import { findCoverage } from './coverage.ts'
import { findDates } from './date.ts'
import { findLimits } from './limit.ts'
import type { Mark, Recogniser } from './mark.ts'
import { findNames } from './names.ts'
import { findPeriods } from './period.ts'
import { findQuantities } from './quantity.ts'

/**
 * In order of trust: what an earlier recogniser found, a later one does not read again. Names come first, so that 三个规定 is never three;
 * periods before dates, so that 每年1月31日前 is a recurrence; limits before quantities, so that 5日内 is a limit.
 */
const recognisers: readonly Recogniser[] = [findNames, findPeriods, findDates, findLimits, findCoverage, findQuantities]

/** All marks of a sentence in text order, none overlapping another. */
export function recognise(text: string): Mark[] {
  const claimed = new Uint8Array(text.length)
  const kept: Mark[] = []
  for (const find of recognisers)
    for (const mark of find(text)) {
      const core = mark.type === 'limit' ? { start: mark.number.start, end: mark.end } : mark
      if (mark.type !== 'name' && claimed.subarray(core.start, core.end).some((taken) => taken === 1)) continue
      claimed.fill(1, core.start, core.end)
      kept.push(mark)
    }
  return kept.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
