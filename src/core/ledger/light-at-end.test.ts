import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import type { Light } from '#core/light/light.ts'
import { lightAtEnd } from './light-at-end.ts'

const day = Day.parse('2026-09-30')

test.for<[Light, string | null, Light]>([
  ['due-soon', '2026-09-30', 'overdue'],
  ['behind', '2026-09-30', 'overdue'],
  ['on-track', '2026-10-01', 'on-track'],
  ['on-track', null, 'on-track'],
  ['done', '2026-09-30', 'done'],
  ['waived', '2026-09-30', 'waived'],
  ['undetermined', '2026-09-30', 'undetermined'],
  ['overdue', '2026-06-30', 'overdue'],
])('%s until %s is %s when the day is over', ([light, to, expected]) => {
  expect(lightAtEnd({ light, to: to === null ? null : Day.parse(to) }, day)).toBe(expected)
})
