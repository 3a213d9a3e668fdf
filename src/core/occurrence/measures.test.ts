import { expect, test } from 'vitest'
import { evaluate } from '#core/occurrence/evaluate.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { every, first, from, show, target } from '#core/occurrence/show.fixture.ts'
import { counting, day, decimal, factsOf, field, person, recordOf, register, yearly } from '#core/occurrence/world.fixture.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'

const rate = (number: number, on: string, value: string) => recordOf(number, on, { values: { rate: value } })

const values = (who: string, figure: string) => ({ who: [person(who)], figure })

const cases = (number: number, on: string, count: number) =>
  recordOf(number, on, { register: register('closed-cases'), values: { number: count } })

test('a share of what was held: both sides are kept', () => {
  const hours = { measure: { kind: 'sum' as const, field: field('hours') } }
  const party = { ...counting, sources: [from('field-research', { kind: 'one-of', field: field('topic'), values: ['党性'] })] }
  const measure = { kind: 'ratio' as const, numerator: { ...hours, counting: party }, denominator: { ...hours, counting: null } }
  const terms = { ...yearly, target: target('30', { measure, unit: '%' }) }
  const records = [
    recordOf(1, '2026-02-01', { values: { topic: '党性', hours: '2.9' } }),
    recordOf(2, '2026-02-02', { values: { topic: '业务', hours: '7.1' } }),
  ]
  expect(first(terms, records, '2026-12-31')).toMatchObject({
    actual: '29',
    numerator: '2.9',
    denominator: '10',
    running: '3',
    owed: '0.1',
    state: 'open',
  })
  expect(first(terms, [...records, recordOf(3, '2026-03-01', { values: { topic: '党性', hours: '0.143' } })], '2026-12-31')?.state).toBe(
    'met',
  )
  expect(first(terms, [], '2026-12-31')).toMatchObject({ actual: null, state: 'open', doubts: [] })
  expect(first(terms, [], '2027-01-01')).toMatchObject({ state: 'open', doubts: [{ code: 'nothing-to-divide-by' }] })
})

test('a growing denominator: how many are owed now', () => {
  const closed = { ...counting, sources: [from('closed-cases')] }
  const measure = {
    kind: 'ratio' as const,
    numerator: { measure: { kind: 'count' as const }, counting: null },
    denominator: { measure: { kind: 'sum' as const, field: field('number') }, counting: closed },
  }
  const terms = { ...yearly, target: target('5', { measure, unit: '%' }) }
  const records = [
    cases(1, '2026-01-31', 101),
    cases(2, '2026-02-28', 100),
    ...[3, 4, 5, 6, 7, 8].map((number) => recordOf(number, '2026-01-20')),
  ]
  expect(first(terms, records, '2026-01-31')).toMatchObject({ running: '6', owed: '0', state: 'met', pace: '6' }) // 5.05 → 6
  expect(first(terms, records, '2026-02-28')).toMatchObject({ running: '11', owed: '5', state: 'open', pace: '11' }) // 10.05 → 11
})

test('coverage by the roster of the day: who joined after is not covered, who left no longer counts', () => {
  const population = { kind: 'group' as const, group: 'leaders' }
  const terms = { ...yearly, target: target('100', { measure: { kind: 'coverage', field: field('present'), population }, unit: '%' }) }
  const records = [recordOf(1, '2026-03-01', { values: { present: [person('zhang'), person('chen')] } })]
  expect(first(terms, records, '2026-05-01')).toMatchObject({ actual: '100', numerator: '2', denominator: '2', state: 'met' })
  expect(first(terms, records, '2026-07-02')).toMatchObject({
    actual: '66.666667',
    numerator: '2',
    denominator: '3',
    owed: '1',
    state: 'open',
  })
})

test('down by five percent against the year before', () => {
  const measure = {
    kind: 'change' as const,
    direction: 'decrease' as const,
    of: { kind: 'latest' as const, field: field('rate') },
    base: { kind: 'previous' as const },
  }
  const terms = { ...yearly, target: target('5', { measure, unit: '%' }) }
  const base = rate(1, '2025-12-31', '40')
  expect(first(terms, [base, rate(2, '2026-06-30', '39'), rate(3, '2026-12-31', '38')], '2026-12-31')).toMatchObject({
    actual: '5',
    numerator: '2',
    denominator: '40',
    state: 'met',
  })
  expect(first(terms, [base, rate(2, '2026-06-30', '39')], '2027-01-01')).toMatchObject({ actual: '2.5', owed: '2.5', state: 'short' })
  expect(first(terms, [base, rate(2, '2026-06-30', '41')], '2026-07-01')).toMatchObject({ actual: '-2.5', owed: '7.5', state: 'open' })
  expect(first(terms, [rate(2, '2026-06-30', '39')], '2026-07-01')).toMatchObject({
    actual: null,
    owed: null,
    state: 'open',
    doubts: [{ code: 'no-base' }],
  })
})

test('stages add up to the whole', () => {
  const terms: Terms = {
    ...yearly,
    target: target('3'),
    rhythm: { kind: 'once', from: day('2026-01-31'), by: day('2026-12-31'), stages: [{ by: day('2026-06-30'), value: decimal('2') }] },
  }
  expect(show(terms, [recordOf(1, '2026-01-30'), recordOf(2, '2026-03-01')], '2026-07-01')).toEqual([
    ['2026-01-31', 'short', '1', '1'],
    ['2026-01-31', 'open', '1', '2'],
  ])
})

test('pro rata for a first period cut short, up to whole things; a cap is rounded down', () => {
  const rhythm: Terms['rhythm'] = {
    ...yearly.rhythm,
    kind: 'every',
    from: day('2026-01-31'),
    partial: 'pro-rata',
    count: 1,
    unit: 'year',
    to: null,
    starts: 'calendar',
  }
  expect(first({ ...yearly, rhythm }, [], '2026-06-01')?.required).toBe('12') // 12 × 335 ÷ 365 = 11.01
  expect(first({ ...yearly, rhythm, target: target('12', { comparator: '<=' }) }, [], '2026-06-01')?.required).toBe('11')
})

test('half days, overlapping trips, and who else was there', () => {
  const terms: Terms = {
    ...yearly,
    target: target('1', { measure: { kind: 'days' }, unit: '天' }),
    rhythm: every('month'),
    scope: { kind: 'post', post: 'president' },
  }
  const by = [person('zhang')]
  const days = (...records: WorkRecord[]) => first(terms, records, '2026-01-31')
  expect(days(recordOf(1, '2026-01-05~', { by }))?.actual).toBe('0.5')
  expect(days(recordOf(1, '2026-01-05~/2026-01-06~', { by }))?.actual).toBe('1')
  expect(days(recordOf(1, '2026-01-05~/2026-01-06~', { by }), recordOf(2, '2026-01-05~', { by }))).toMatchObject({
    actual: '1',
    explanation: [{ quantity: '0.5' }, { quantity: '0.5' }],
  })
  expect(days(recordOf(1, '2026-01-05', { by: [person('li')] }))?.actual).toBe('0')
  expect(days(recordOf(1, '2026-01-30/2026-02-03', { by }))?.actual).toBe('2')
})

test('different people, each once; and the last figure reported', () => {
  const records = [
    recordOf(1, '2026-02-01', { values: values('li', '7') }),
    recordOf(2, '2026-02-02', { values: values('li', '9') }),
    recordOf(3, '2026-02-03', { values: { who: [person('chen')] } }),
  ]
  const distinct = first(
    { ...yearly, target: target('2', { measure: { kind: 'distinct', field: field('who') }, unit: '人' }) },
    records,
    '2026-03-01',
  )
  expect(distinct).toMatchObject({ actual: '2', state: 'met', metOn: '2026-02-03' })
  const latest = first(
    { ...yearly, target: target('9.5', { measure: { kind: 'latest', field: field('figure') }, unit: '' }) },
    records,
    '2026-03-01',
  )
  expect(latest).toMatchObject({ actual: '9', owed: '0.5', state: 'open' })
  expect(latest?.explanation.map(({ reason }) => reason.code)).toEqual(['not-latest', 'rule', 'no-value'])
})

/** 年均下降, base year 2025 with 40: 40 × 0.95² = 36.1, 40 × 0.95³ = 34.295. */
test.for([
  ['2026-12-31', '38', '%', '5', 'met'],
  ['2027-12-31', '36.1', '%', '5', 'met'],
  ['2027-12-31', '36.100001', '%', '4.999999', 'open'],
  ['2027-12-31', '36', '%', '5.131670', 'met'],
  ['2028-12-31', '34.295', '%', '5', 'met'],
  ['2028-12-31', '34.3', '%', '4.995383', 'open'],
  ['2027-12-31', '30', '件', '5', 'met'],
  ['2028-12-31', '30', '件', '3.333333', 'open'],
] as const)('on average a year since 2025, on %s at %s: %s %s', ([on, value, unit, actual, state]) => {
  const base = { kind: 'year' as const, year: 2025, isYearly: true }
  const measure = { kind: 'change' as const, direction: 'decrease' as const, of: { kind: 'latest' as const, field: field('rate') }, base }
  const terms = { ...yearly, target: target('5', { measure, unit }) }
  const shown = evaluate(terms, viewOf(factsOf([rate(1, '2025-12-31', '40'), rate(2, on, value)])), day(on)).find(
    ({ period }) => period.from.slice(0, 4) === on.slice(0, 4),
  )
  expect([Number(shown?.actual), shown?.state]).toEqual([Number(actual), state])
})
