import { expect, test } from 'vitest'
import { evaluate } from '#core/occurrence/evaluate.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { commitment, counting, day, decimal, factsOf, field, person, recordOf, register, yearly } from '#core/occurrence/world.fixture.ts'
import type { Terms } from '#core/terms/terms.ts'
import { lightOf } from '#core/light/light.ts'

// 班子成员每年深入基层联系点调研不少于60天，其中带案下访、现场办公不少于4次
const days: Terms = {
  ...yearly,
  target: { ...yearly.target, measure: { kind: 'days' }, value: decimal('60'), unit: '天' },
  scope: { kind: 'each', population: { kind: 'group', group: 'leaders' }, reach: 'own' },
}
const visits: Terms = {
  ...days,
  commitment: commitment(2),
  target: { ...yearly.target, value: decimal('4') },
  counting: {
    ...counting,
    within: days.commitment,
    sources: [{ register: register('field-research'), where: { kind: 'one-of', field: field('mode'), values: ['带案下访', '现场办公'] } }],
  },
}

const records = [
  recordOf(1, '2026-03-04/2026-03-06', { by: [person('chen')], values: { mode: '带案下访' } }),
  recordOf(2, '2026-03-06/2026-03-09', { by: [person('chen'), person('zhang')], values: { mode: '走访' } }),
  recordOf(3, '2026-05-30/2026-06-02', { by: [person('zhang')], values: { mode: '现场办公' } }),
  recordOf(4, '2026-12-30/2027-01-02', { by: [person('chen')], values: { mode: '现场办公' } }),
  recordOf(5, '2026-04-01', { by: [person('chen')], values: { mode: '现场办公' }, state: 'draft' }),
]
const view = viewOf(factsOf(records, { terms: [days] }))
const of = (terms: Terms, asOf: string, subject: string) =>
  evaluate(terms, view, day(asOf)).filter((each) => each.subject === subject && each.period.key === '2026-01-01')[0]

const at = (terms: Terms) => evaluate(terms, view, day('2027-06-01')).filter(({ subject }) => subject === 'person:chen')

test('one record is counted twice: three days here, one visit there', () => {
  const [a, b] = [of(days, '2026-03-07', 'person:chen'), of(visits, '2026-03-07', 'person:chen')]
  expect(a).toMatchObject({ required: '60', actual: '4', owed: '56', state: 'open', latestSafeDay: '2026-11-05' })
  expect(a?.pace).toBe('10.849315') // 60 × 66 ÷ 365
  expect(b).toMatchObject({ required: '4', actual: '1', owed: '3', state: 'open', latestSafeDay: '2026-12-31' })
  expect(a && lightOf(a, days.target)).toBe('behind') // 4 + 6 < 10.85
  expect(b && lightOf(b, visits.target)).toBe('on-track')
})

test('the reasons are there, for what counts and for what does not', () => {
  const a = of(days, '2026-12-31', 'person:chen')
  expect(a?.explanation.map(({ record, counts, quantity, reason }) => [record.slice(-1), counts, quantity, reason.code])).toEqual([
    ['1', true, '3', 'rule'],
    ['2', true, '3', 'rule'],
    ['5', false, '0', 'draft'],
    ['4', true, '2', 'rule'],
  ])
  const b = of(visits, '2026-12-31', 'person:chen')
  expect(b?.explanation.map(({ record, counts, reason }) => [record.slice(-1), counts, reason.code, reason.params])).toEqual([
    ['1', true, 'rule', {}],
    ['2', false, 'condition', { kind: 'one-of', field: 'mode' }],
    ['5', false, 'draft', {}],
  ])
})

test('a trip over the turn of the year: its days are split, the visit counts in the year it ends in', () => {
  expect(at(days).map(({ period, actual, state }) => [period.from, actual, state])).toEqual([
    ['2026-01-01', '8', 'short'],
    ['2027-01-01', '2', 'open'],
    ['2028-01-01', '0', 'upcoming'],
  ])
  expect(at(visits).map(({ actual }) => actual)).toEqual(['1', '1', '0'])
})

test('a post is owed by whoever holds it: after the hand-over the days of the one who left no longer count', () => {
  expect(of(days, '2026-12-31', 'post:president')).toMatchObject({ actual: '6' }) // 6–9 March and 30, 31 May
})

test('who joined within the year is not judged before the basis says what is owed', () => {
  expect(of(days, '2026-12-31', 'person:wang')).toMatchObject({
    required: null,
    owed: null,
    state: 'open',
    doubts: [{ code: 'mid-period' }],
  })
  const owes = (midPeriod: 'full' | 'pro-rata' | 'none') => of({ ...days, midPeriod }, '2026-12-31', 'person:wang')
  expect(owes('full')).toMatchObject({ required: '60', state: 'open', doubts: [] })
  expect(owes('pro-rata')).toMatchObject({ required: '30.5', doubts: [] }) // 60 × 183 ÷ 365 = 30.08, up to half a day
  expect(owes('none')).toMatchObject({ required: '0', state: 'waived' })
})
