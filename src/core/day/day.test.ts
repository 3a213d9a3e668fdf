import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, Day, dayOf, lastDayOfMonth } from '#core/day/day.ts'

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => Day.parse(date.toISOString().slice(0, 10)))

test('adding and taking away is nothing', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      expect(addDays(addDays(day, count), -count)).toBe(day)
    }),
  )
})

test.for([
  [2026, 2, '2026-02-28'],
  [2028, 2, '2028-02-29'],
  [2026, 12, '2026-12-31'],
  [2026, 13, null],
] as const)('last day of %i-%i is %s', ([year, month, day]) => {
  expect(lastDayOfMonth(year, month)).toBe(day)
})

test('a day the calendar does not have is null', () => {
  expect(dayOf(2026, 2, 30)).toBeNull()
})
