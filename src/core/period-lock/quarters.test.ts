import { expect, test } from 'vitest'
import { laterQuarter, quarterOf } from './quarters.ts'

test.for<[string, number, number, number, number]>([
  ['2026-01-01', 2026, 1, 2025, 4],
  ['2026-03-31', 2026, 1, 2025, 4],
  ['2026-04-01', 2026, 2, 2026, 1],
  ['2026-12-31', 2026, 4, 2026, 3],
])('%s lies in %i-%i, after %i-%i', ([day, year, quarter, formerYear, former]) => {
  expect(quarterOf(day)).toEqual({ year, quarter })
  expect(laterQuarter(quarterOf(day), -1)).toEqual({ year: formerYear, quarter: former })
  expect(laterQuarter({ year: formerYear, quarter: former }, 1)).toEqual({ year, quarter })
})
