import { expect, test } from 'vitest'
import { standingOf } from '#core/ledger/standing.ts'
import { defaultThresholds, isBegun } from '#core/light/light.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { day, decimal, factsOf, person, recordOf, register, yearly } from '#core/occurrence/world.fixture.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'

const rhythm: Extract<Terms['rhythm'], { kind: 'every' }> = {
  kind: 'every',
  count: 1,
  unit: 'year',
  from: day('2026-01-01'),
  to: null,
  starts: 'calendar',
  partial: 'full',
}
const quarterly: Terms = { ...yearly, rhythm: { ...rhythm, unit: 'quarter' }, target: { ...yearly.target, value: decimal('1') } }
const ofYear: Terms = { ...quarterly, rhythm: { ...rhythm, unit: 'quarter', to: day('2026-12-31') } }
const each: Terms = {
  ...yearly,
  scope: { kind: 'each', population: { kind: 'group', group: 'leaders' }, reach: 'own' },
  target: { ...yearly.target, value: decimal('2') },
  midPeriod: 'full',
}
const staged: Terms = {
  ...yearly,
  rhythm: {
    kind: 'once',
    from: day('2026-01-01'),
    by: day('2026-12-31'),
    stages: [{ by: day('2026-03-31'), value: decimal('3') }],
  },
}
const limited: Terms = {
  ...yearly,
  rhythm: {
    kind: 'within',
    count: 7,
    unit: 'day',
    from: day('2025-01-01'),
    to: null,
    event: { register: register('field-research'), where: null },
  },
}

function standing(terms: Terms, asOf: string, records: readonly WorkRecord[]) {
  const found = evaluate(terms, viewOf(factsOf(records, { terms: [terms] })), day(asOf))
  return standingOf(
    terms,
    found.map((occurrence) => ({ ...occurrence, isBegun: isBegun(occurrence) })),
    day(asOf),
    defaultThresholds,
  )
}

const [a, b, c] = [recordOf(1, '2026-01-05'), recordOf(2, '2026-02-05'), recordOf(3, '2026-04-05')]
const byChen = (number: number) => recordOf(number, '2026-01-05', { by: [person('chen')] })

test.for([
  [
    'one period as a whole',
    yearly,
    '2026-03-02',
    [a, b],
    { per: 'whole', subjects: 1, met: 0, required: '12', actual: '2', owed: '10', light: 'on-track' },
  ],
  ['the share done', yearly, '2026-03-02', [a, b, c], { progress: '0.166667', from: '2026-01-01', to: '2026-12-31' }],
  ['the quarter of the day', quarterly, '2026-04-02', [a], { actual: '0', met: 0, from: '2026-04-01', arrears: 0, light: 'not-started' }],
  ['what earlier quarters lack is said apart', quarterly, '2026-08-02', [a], { from: '2026-07-01', arrears: 1, light: 'not-started' }],
  ['after the last period that one stays', ofYear, '2027-05-02', [a], { from: '2026-10-01', arrears: 2, light: 'overdue' }],
  ['before anything has begun', yearly, '2025-12-02', [], { from: '2026-01-01', light: 'not-started', owed: '12' }],
  [
    'each member by itself',
    each,
    '2026-03-02',
    [byChen(1), byChen(2)],
    { per: 'person', subjects: 2, met: 1, required: '4', actual: '2', owed: '2', progress: '0.5' },
  ],
  [
    'the gravest light of them',
    each,
    '2026-12-30',
    [byChen(1), byChen(2)],
    { subjects: 3, met: 1, light: 'due-soon', latestSafeDay: '2026-12-31' },
  ],
  ['the stage due next', staged, '2026-02-02', [a], { required: '3', to: '2026-03-31', arrears: 0 }],
  ['a stage that was missed', staged, '2026-05-02', [a], { required: '12', to: '2026-12-31', arrears: 1 }],
  ['past all stages the last', staged, '2027-05-02', [a], { required: '12', arrears: 1, light: 'overdue' }],
  ['events of the year', limited, '2026-04-06', [a, b, c], { per: 'record', subjects: 3 }],
] as const)('%s', ([, terms, asOf, records, expected]) => {
  expect(standing(terms, asOf, records)).toMatchObject(expected)
})

test('those let off are left out while others are there', () => {
  const one = { subject: 'person:chen', period: '2026-01-01' }
  expect(standing({ ...each, waived: [one] }, '2026-03-02', [])).toMatchObject({ subjects: 1, met: 0, owed: '2' })
  const all = [one, { subject: 'post:president', period: '2026-01-01' }, { subject: 'person:zhang', period: '2026-01-01' }]
  expect(standing({ ...each, waived: all }, '2026-03-02', [])?.light).toMatch(/waived|behind|not-started/)
})

test('nothing is said of what has no occurrence', () => {
  expect(standingOf(yearly, [], day('2026-03-02'), defaultThresholds)).toBeNull()
})
