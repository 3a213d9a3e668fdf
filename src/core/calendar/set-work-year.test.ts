import { expect, test } from 'vitest'
import { setWorkYear } from '#core/calendar/set-work-year.ts'
import { WorkYear } from '#core/calendar/work-year.ts'
import { Day } from '#core/day/day.ts'

const table = (holidays: readonly string[], makeUpWorkDays: readonly string[] = []) => ({
  year: 2026,
  holidays: holidays.map((day) => Day.parse(day)),
  makeUpWorkDays: makeUpWorkDays.map((day) => Day.parse(day)),
})
const stands = WorkYear.parse(table(['2026-01-01'], ['2026-01-04']))

test.for([
  [table([]), 'no-holidays'],
  [table(['2025-12-31']), 'day-of-another-year'],
  [table(['2026-01-01'], ['2027-01-03']), 'day-of-another-year'],
  [table(['2026-01-03'], ['2026-01-03']), 'holiday-and-work-day'],
  [table(['2026-01-01'], ['2026-01-05']), 'not-a-weekend-day'],
  [table(['2026-01-01', '2026-01-01'], ['2026-01-04']), 'nothing-changed'],
] as const)('%j is refused: %s', ([entered, code]) => {
  const outcome = setWorkYear(stands, entered)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test('days are kept in their order, each once; a weekend day may be listed as a holiday', () => {
  const outcome = setWorkYear(null, table(['2026-01-03', '2026-01-01', '2026-01-03'], ['2026-02-14', '2026-01-04']))
  expect(outcome).toEqual({ ok: true, value: table(['2026-01-01', '2026-01-03'], ['2026-01-04', '2026-02-14']) })
})
