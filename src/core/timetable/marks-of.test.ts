import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { Rhythm } from '#core/period/rhythm.ts'
import { marksOf } from './marks-of.ts'

const every = (unit: string, count = 1, to: string | null = '2026-12-31') =>
  Rhythm.parse({ kind: 'every', unit, count, from: '2026-01-01', to, starts: 'calendar', partial: 'full' })
const once = (by: string | null, stages: readonly string[] = []) =>
  Rhythm.parse({ kind: 'once', from: '2026-01-01', by, stages: stages.map((day) => ({ by: day, value: '1' })) })
const within = Rhythm.parse({
  kind: 'within',
  count: 7,
  unit: 'day',
  from: '2026-01-01',
  to: null,
  event: { register: 'petition', where: null },
})

test.for<[string, Rhythm | null, string | null, string, string]>([
  ['every quarter', every('quarter'), null, 'dated', '3:31 6:30 9:30 12:31'],
  ['every year', every('year'), null, 'dated', '12:31'],
  ['every half-year that goes on', every('half-year', 1, null), null, 'dated', '6:30 12:31'],
  ['every two months', every('month', 2), null, 'dated', '2:28 4:30 6:30 8:31 10:31 12:31'],
  ['by a day', once('2026-05-20'), null, 'dated', '5:20'],
  ['by a day of another year', once('2027-05-20'), null, 'dated', ''],
  ['in stages', once('2026-05-20', ['2026-05-01', '2026-03-31']), null, 'dated', '3:31 5:01,20'],
  ['without a day', once(null), null, 'standing', ''],
  ['for each case', within, null, 'each-case', ''],
  ['not defined, with a day', null, '2026-10-31', 'dated', '10:31'],
  ['not defined', null, null, 'open', ''],
])('%s', ([, rhythm, dueOn, kind, words]) => {
  const placed = marksOf(rhythm, dueOn === null ? null : Day.parse(dueOn), 2026)
  expect([placed.kind, placed.marks.map(({ month, days }) => `${month}:${days.map((day) => day.slice(8)).join(',')}`).join(' ')]).toEqual([
    kind,
    words,
  ])
})

test('of the weeks of a month the last stands for all', () => {
  const { marks } = marksOf(every('week'), null, 2026)
  expect(marks[1]).toEqual({ month: 2, days: ['2026-02-22'], count: 4 })
})

test.for([
  ['of a later year', once('2027-05-20'), '2027-05-20'],
  ['of an earlier one', once('2025-05-20'), '2025-05-20'],
  ['the next of several', once('2027-05-20', ['2025-03-01']), '2027-05-20'],
  ['with one in the year', once('2027-05-20', ['2026-03-01']), null],
] as const)('without a day in the year the nearest is told: %s', ([, rhythm, outside]) => {
  expect(marksOf(rhythm, null, 2026).outside).toBe(outside)
})
