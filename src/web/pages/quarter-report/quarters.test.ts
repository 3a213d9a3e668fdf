import { expect, test } from 'vitest'
import { lastEnded, quartersUntil } from './quarters.ts'

test.for<[string, number, number]>([
  ['2026-01-01', 2025, 4],
  ['2026-03-31', 2025, 4],
  ['2026-04-01', 2026, 1],
  ['2026-12-31', 2026, 3],
])('on %s the quarter to report is %i-%i', ([day, year, quarter]) => {
  expect(lastEnded(day)).toEqual({ year, quarter })
})

test('quarters go back from the one that runs', () => {
  expect(quartersUntil('2026-02-10').slice(0, 3)).toEqual([
    { year: 2026, quarter: 1 },
    { year: 2025, quarter: 4 },
    { year: 2025, quarter: 3 },
  ])
})
