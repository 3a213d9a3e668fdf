import { expect, test } from 'vitest'
import { monthBy, weeksOf } from './month.ts'

test.for([
  ['2026-01', -1, '2025-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-11', 1, '2026-12'],
] as const)('%s %i is %s', ([month, step, other]) => {
  expect(monthBy(month, step)).toBe(other)
})

test('weeks begin on Monday and hold every day once', () => {
  const weeks = weeksOf('2026-03')
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7])
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01'])
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(31)
})
