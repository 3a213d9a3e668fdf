import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { isLateEntry } from './late-entry.ts'

test.for([
  ['2026-03-01', '2026-03-01', 0, false],
  ['2026-03-01', '2026-03-02', 0, true],
  ['2026-03-01', '2026-03-08', 7, false],
  ['2026-03-01', '2026-03-09', 7, true],
  ['2026-03-09', '2026-03-01', 0, false],
] as const)('ended on %s, entered on %s, at most %i days: late %s', ([ended, entered, days, isLate]) => {
  expect(isLateEntry(Day.parse(ended), Day.parse(entered), days)).toBe(isLate)
})
