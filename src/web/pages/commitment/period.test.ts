import { expect, test } from 'vitest'
import { Period } from '#core/period/period.ts'
import { periodName } from './period.ts'
import { zh } from './text.zh.ts'

const base = { length: 10, isFinal: true, previous: null, value: null }

test.for([
  ['year', '2026-01-01', '2026-01-31', '2026-12-31', '2026 年'],
  ['year', '2026-03-15', '2026-03-15', '2027-03-14', '2026-03-15 至 2027-03-14'],
  ['half-year', '2026-07-01', '2026-07-01', '2026-12-31', '2026 年下半年'],
  ['quarter', '2026-04-01', '2026-04-01', '2026-06-30', '2026 年第 2 季度'],
  ['month', '2026-02-01', '2026-02-01', '2026-02-28', '2026 年 2 月'],
  ['week', '2026-03-02', '2026-03-02', '2026-03-08', '2026-03-02 至 2026-03-08'],
  ['once', 'once', '2026-01-31', '2026-12-31', '2026-01-31 至 2026-12-31'],
  ['once', 'once', '2026-01-31', null, '2026-01-31 起'],
] as const)('%s %s', ([unit, key, from, to, expected]) => {
  expect(periodName(Period.parse({ ...base, unit, key, from, to }), zh.period)).toBe(expected)
})
