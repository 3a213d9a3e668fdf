import { expect, test } from 'vitest'
import { recordOf } from '#core/occurrence/world.fixture.ts'
import { countHalves, halfDaysOf } from '#core/record/half-days.ts'
import { knownRecords } from '#core/record/known-records.ts'
import { Occurred, WorkRecord } from '#core/record/record.ts'

test.for([
  [{ from: '2026-03-01', to: '2026-03-01' }, 2],
  [{ from: '2026-03-01', to: '2026-03-01', startsAtNoon: true }, 1],
  [{ from: '2026-03-01', to: '2026-03-01', endsAtNoon: true }, 1],
  [{ from: '2028-02-28', to: '2028-03-01' }, 6],
  [{ from: '2026-02-28', to: '2026-03-01', startsAtNoon: true, endsAtNoon: true }, 2],
] as const)('%j fills %i half days', ([occurred, halves]) => {
  expect(halfDaysOf(Occurred.parse(occurred)).reduce((sum, each) => sum + countHalves(each.halves), 0)).toBe(halves)
})

test.for([
  { from: '2026-03-02', to: '2026-03-01' },
  { from: '2026-03-01', to: '2026-03-01', startsAtNoon: true, endsAtNoon: true },
  { from: '2026-02-29', to: '2026-03-01' },
])('refuses %j', (occurred) => {
  expect(Occurred.safeParse(occurred).success).toBe(false)
})

test('the last revision stands, wherever it lies in the list; records come in the order of their last days', () => {
  const first = recordOf(1, '2026-03-01')
  const second = recordOf(1, '2026-05-01', { revision: 2 })
  const third = recordOf(1, '2026-04-01', { revision: 3, state: 'voided' })
  const other = recordOf(2, '2026-04-15')
  expect(knownRecords([third, other, first, second], null).map(({ id, revision }) => [id.slice(-1), revision])).toEqual([
    ['1', 3],
    ['2', 1],
  ])
})

test.for([
  [
    {
      mode: 'a',
      number: 3,
      isGood: true,
      many: ['a', 'b'],
      who: [{ kind: 'person', id: 'li' }],
      during: { from: '2026-01-01', to: '2026-01-02' },
    },
    true,
  ],
  [{ hours: 1.5 }, false],
  [{ 'not-a-field': 'a' }, false],
  [{ who: [{ kind: 'ghost', id: 'li' }] }, false],
] as const)('the values %j can be kept: %s', ([values, expected]) => {
  expect(WorkRecord.safeParse({ ...recordOf(1, '2026-03-01'), values }).success).toBe(expected)
})
