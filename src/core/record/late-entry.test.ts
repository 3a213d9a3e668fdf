import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { FilingDuty } from '#core/register/register.ts'
import { isLateEntry } from './late-entry.ts'

const monthly = FilingDuty.parse({ every: 1, unit: 'month', zeroField: null, graceDays: 3 })

test.for([
  ['2026-03-01', '2026-03-01', 0, null, false],
  ['2026-03-01', '2026-03-02', 0, null, true],
  ['2026-03-01', '2026-03-08', 7, null, false],
  ['2026-03-01', '2026-03-09', 7, null, true],
  ['2026-03-09', '2026-03-01', 0, null, false],
  ['2026-03-31', '2026-04-03', 7, monthly, false],
  ['2026-03-31', '2026-04-04', 7, monthly, true],
  ['2026-03-01', '2026-03-20', 30, monthly, false],
] as const)('ended on %s, entered on %s, at most %i days: late %s', ([ended, entered, lateAfterDays, filing, isLate]) => {
  expect(isLateEntry(Day.parse(ended), Day.parse(entered), { lateAfterDays, filing })).toBe(isLate)
})
