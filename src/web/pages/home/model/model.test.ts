import { expect, test } from 'vitest'
import type { HomeItem } from '#contract/home.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { daysBetween } from './days.ts'
import { byDue, tallyOf } from './sort-items.ts'

test.for([
  ['2026-03-02', '2026-03-02', 0],
  ['2026-03-02', '2026-04-01', 30],
  ['2026-03-02', '2026-02-28', -2],
] as const)('from %s to %s: %d days', ([from, to, days]) => {
  expect(daysBetween(from, to)).toBe(days)
})

const item = (ref: string, dueBy: string | null, light: HomeItem['light']): HomeItem => ({
  commitment: CommitmentId.parse('0198f4a0-0000-7000-8000-000000000001'),
  ref,
  sentence: '',
  indicator: '',
  role: 'self',
  subject: null,
  units: '',
  required: null,
  actual: null,
  owed: null,
  unit: '',
  subjects: 1,
  met: 0,
  dueBy: dueBy === null ? null : Day.parse(dueBy),
  light,
  register: null,
})
const items = [
  item('a', null, null),
  item('b', '2026-04-01', 'done'),
  item('c', '2026-05-01', 'on-track'),
  item('d', '2026-03-01', 'overdue'),
]

test('what is due first comes first, without a day behind, done last', () => {
  expect(byDue(items).map(({ ref }) => ref)).toEqual(['d', 'c', 'a', 'b'])
})

test('a tally of what asks for something', () => {
  expect(tallyOf(items)).toEqual({ overdue: 1, soon: 0, open: 1 })
})
