import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { filingDueOn } from './filing-due.ts'
import { FilingDuty } from './register.ts'

test.for([
  ['monthly', { unit: 'month' }, '2026-01-31', '2026-02-05'],
  ['monthly, the first day', { unit: 'month', graceDays: 0 }, '2026-02-01', '2026-02-28'],
  ['by quarter', { unit: 'quarter' }, '2026-05-10', '2026-07-05'],
  ['by half-year', { unit: 'half-year', graceDays: 10 }, '2026-12-31', '2027-01-10'],
  ['by year', { unit: 'year' }, '2024-02-29', '2025-01-05'],
  ['every two months', { unit: 'month', every: 2 }, '2026-03-01', '2026-05-05'],
  ['weekly', { unit: 'week', graceDays: 1 }, '2026-03-04', '2026-03-09'],
  ['before the duty', { unit: 'month', since: '2026-03-01' }, '2026-02-10', null],
] as const)('%s: %j of %s is due on %s', ([, duty, on, expected]) => {
  expect(filingDueOn(FilingDuty.parse({ every: 1, zeroField: null, ...duty }), Day.parse(on))).toBe(expected)
})
