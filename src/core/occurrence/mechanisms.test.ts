import { expect, test } from 'vitest'
import { WorkYear } from '#core/calendar/work-year.ts'
import { Instant } from '#core/day/day.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import { type Facts, viewOf } from '#core/occurrence/view.ts'
import {
  commitment,
  counting,
  day,
  decimal,
  factsOf,
  field,
  person,
  recordId,
  recordOf,
  register,
  yearly,
} from '#core/occurrence/world.fixture.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'

type Shown = readonly [from: string, state: string, actual: string | null, owed: string | null]

function show(terms: Terms, records: readonly WorkRecord[], asOf: string, facts: Partial<Facts> = {}): readonly Shown[] {
  return evaluate(terms, viewOf(factsOf(records, facts)), day(asOf)).map(({ period, state, actual, owed }) => [
    period.from,
    state,
    actual,
    owed,
  ])
}

function first(terms: Terms, records: readonly WorkRecord[], asOf: string, facts: Partial<Facts> = {}) {
  return evaluate(terms, viewOf(factsOf(records, facts)), day(asOf))[0]
}

const every = (unit: 'month' | 'quarter' | 'half-year' | 'year'): Terms['rhythm'] => ({
  kind: 'every',
  count: 1,
  unit,
  from: day('2026-01-01'),
  to: null,
  starts: 'calendar',
  partial: 'full',
})
const target = (value: string, changes: Partial<Terms['target']> = {}): Terms['target'] => ({
  ...yearly.target,
  value: decimal(value),
  ...changes,
})
const from = (name: string, where: Terms['counting']['sources'][number]['where'] = null) => ({ register: register(name), where })

test('once in each quarter: two in the first do not cover the second, and = is met by two', () => {
  const terms = { ...yearly, rhythm: every('quarter'), target: target('1', { comparator: '=' }) }
  const records = [recordOf(1, '2026-01-05'), recordOf(2, '2026-03-31'), recordOf(3, '2026-07-01')]
  expect(show(terms, records, '2026-07-01')).toEqual([
    ['2026-01-01', 'met', '2', '0'],
    ['2026-04-01', 'missed', '0', '1'],
    ['2026-07-01', 'met', '1', '0'],
    ['2026-10-01', 'upcoming', '0', '1'],
  ])
  expect(show({ ...terms, target: target('1', { comparator: '=', isExact: true }) }, records, '2026-07-01')[0]).toEqual([
    '2026-01-01',
    'missed',
    '2',
    '0',
  ])
})

test('the last day of a period is still in it, for what is done and for what is owed', () => {
  const terms = { ...yearly, rhythm: every('month'), target: target('1') }
  expect(show(terms, [], '2026-01-31')[0]).toEqual(['2026-01-01', 'open', '0', '1'])
  expect(show(terms, [], '2026-02-01')[0]).toEqual(['2026-01-01', 'missed', '0', '1'])
  expect(show(terms, [recordOf(1, '2026-01-31')], '2026-02-01')[0]).toEqual(['2026-01-01', 'met', '1', '0'])
  expect(show(terms, [recordOf(1, '2026-01-31/2026-02-01')], '2026-02-01').map(([, state]) => state)).toEqual(['missed', 'met', 'upcoming'])
})

test('some but too little is short, none is missed; past days do not see what came later', () => {
  const terms = { ...yearly, target: target('2') }
  const records = [recordOf(1, '2026-02-01'), recordOf(2, '2026-12-31')]
  expect(show(terms, records, '2026-12-30')[0]).toEqual(['2026-01-01', 'open', '1', '1'])
  expect(first(terms, records, '2027-01-01')).toMatchObject({ state: 'met', metOn: '2026-12-31' })
  expect(show(terms, records.slice(0, 1), '2027-01-01')[0]).toEqual(['2026-01-01', 'short', '1', '1'])
})

test('as known: what was entered, accepted or voided later is not there yet', () => {
  const late = recordOf(1, '2026-02-01', { enteredAt: '2026-04-02T01:00:00.000Z' })
  const voided = { ...late, revision: 2, state: 'voided' as const, enteredAt: Instant.parse('2026-05-01T00:00:00Z') }
  const facts = factsOf([late, voided])
  const at = (knownAt: string | null) =>
    evaluate(yearly, viewOf(facts, knownAt === null ? null : Instant.parse(knownAt)), day('2026-03-31'))[0]?.actual
  expect([at('2026-04-02T00:59:59Z'), at('2026-04-02T01:00:00Z'), at('2026-05-01T00:00:00.000Z'), at(null)]).toEqual(['0', '1', '0', '0'])
})

test('a cap: open while kept, broken at once, met at the end', () => {
  const terms = { ...yearly, rhythm: every('quarter'), target: target('1', { comparator: '<=' }) }
  expect(show(terms, [recordOf(1, '2026-02-01')], '2026-03-31')[0]).toEqual(['2026-01-01', 'open', '1', '0'])
  expect(show(terms, [recordOf(1, '2026-02-01')], '2026-04-01')[0]).toEqual(['2026-01-01', 'met', '1', '0'])
  expect(show(terms, [recordOf(1, '2026-02-01'), recordOf(2, '2026-02-02')], '2026-02-02')[0]).toEqual(['2026-01-01', 'missed', '2', '0'])
})

test('what a department does its court does; what a subordinate court does it does not, unless all is meant', () => {
  const records = [recordOf(1, '2026-02-01', { org: 'division' }), recordOf(2, '2026-02-01', { org: 'county-office' })]
  expect(first(yearly, records, '2026-02-01')?.actual).toBe('1')
  expect(first({ ...yearly, scope: { kind: 'org', org: 'court', reach: 'all' } }, records, '2026-02-01')?.actual).toBe('2')
  const each: Terms = { ...yearly, scope: { kind: 'each', population: { kind: 'children', org: 'court', of: 'any' }, reach: 'own' } }
  expect(evaluate(each, viewOf(factsOf(records)), day('2026-02-01')).map(({ subject, actual }) => [subject, actual])).toContainEqual([
    'org:county',
    '1',
  ])
})

test('one or the other: reports and essays count together; one of each: the least counts', () => {
  const sources = [from('report'), from('essay', { kind: 'yes', field: field('isGood'), value: true })]
  const records = [
    recordOf(1, '2026-02-01', { register: register('report') }),
    recordOf(2, '2026-02-02', { register: register('report') }),
    recordOf(3, '2026-02-03', { register: register('essay'), values: { isGood: true } }),
    recordOf(4, '2026-02-04', { register: register('essay'), values: { isGood: false } }),
  ]
  expect(first({ ...yearly, counting: { ...counting, sources } }, records, '2026-03-01')?.actual).toBe('3')
  const all = first({ ...yearly, counting: { ...counting, sources, mode: 'all' } }, records, '2026-03-01')
  expect(all?.actual).toBe('1')
  expect(all?.explanation.find(({ record }) => record === recordId(4))?.reason).toEqual({
    code: 'condition',
    params: { kind: 'yes', field: 'isGood' },
  })
})

test('quality is judged: only what was accepted counts', () => {
  const terms = { ...yearly, counting: { ...counting, needs: 'accepted' as const } }
  const occurrence = first(terms, [recordOf(1, '2026-02-01'), recordOf(2, '2026-02-02', { state: 'accepted' })], '2026-03-01')
  expect(occurrence?.actual).toBe('1')
  expect(occurrence?.explanation.map(({ reason }) => reason.code)).toEqual(['not-accepted', 'rule'])
})

test('determined and completed, both in the year', () => {
  const terms = {
    ...yearly,
    target: target('3', { unit: '项' }),
    counting: { ...counting, completion: { field: field('doneOn'), counts: 'done' as const } },
  }
  const records = [
    recordOf(1, '2026-02-01', { values: { doneOn: '2026-11-30' } }),
    recordOf(2, '2026-02-01', { values: { doneOn: '2027-01-05' } }),
    recordOf(3, '2025-12-01', { values: { doneOn: '2026-03-01' } }),
    recordOf(4, '2026-05-01'),
  ]
  const reasons = (asOf: string) => first(terms, records, asOf)?.explanation.map(({ record, reason }) => [record.slice(-1), reason.code])
  expect(first(terms, records, '2026-11-29')?.actual).toBe('0')
  expect(first(terms, records, '2026-12-31')?.actual).toBe('1')
  expect(reasons('2026-12-31')).toEqual([
    ['3', 'begun-outside'],
    ['1', 'rule'],
    ['4', 'not-completed'],
  ])
})

test('nothing left: a stock from before the period counts until it is resolved', () => {
  const terms = {
    ...yearly,
    target: target('0', { comparator: '<=', unit: '件' }),
    counting: { ...counting, since: 'ever' as const, completion: { field: field('doneOn'), counts: 'open' as const } },
  }
  const records = [
    recordOf(1, '2024-02-01', { values: { doneOn: '2026-05-01' } }),
    recordOf(2, '2025-02-01', { values: { doneOn: '2026-09-01' } }),
  ]
  const at = (asOf: string) => show(terms, records, asOf)[0]
  expect([at('2026-04-30'), at('2026-05-01'), at('2026-09-01')]).toEqual([
    ['2026-01-01', 'open', '2', '2'],
    ['2026-01-01', 'open', '1', '1'],
    ['2026-01-01', 'met', '0', '0'],
  ])
  expect(show(terms, records.slice(0, 1), '2027-01-01')[0]?.[1]).toBe('met')
  expect(show(terms, [recordOf(3, '2026-02-01')], '2027-01-01')[0]).toEqual(['2026-01-01', 'short', '1', '1'])
})

test('before the meeting: nothing recorded, recorded later, on the same day', () => {
  const terms = { ...yearly, target: target('1'), counting: { ...counting, before: from('party-meeting') } }
  const hearing = recordOf(1, '2026-11-20')
  const meeting = (on: string) => recordOf(2, on, { register: register('party-meeting') })
  expect(first(terms, [hearing], '2026-12-01')?.state).toBe('met')
  expect(first(terms, [hearing, meeting('2026-11-21')], '2026-12-01')?.state).toBe('met')
  expect(first(terms, [hearing, meeting('2026-11-20')], '2026-12-01')).toMatchObject({
    state: 'open',
    explanation: [{ reason: { code: 'not-before-event' } }],
  })
  expect(first(terms, [hearing, { ...meeting('2026-11-20'), org: 'county' }], '2026-12-01')?.state).toBe('met')
  expect(first(terms, [hearing, { ...meeting('2026-11-20'), state: 'voided' }], '2026-12-01')?.state).toBe('met')
})

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
  const cases = (number: number, on: string, count: number) =>
    recordOf(number, on, { register: register('closed-cases'), values: { number: count } })
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

test('each session covers everybody: a session that misses one does not count', () => {
  const covers = from('field-research', { kind: 'covers', field: field('present'), population: { kind: 'group', group: 'leaders' } })
  const terms = { ...yearly, target: target('2'), counting: { ...counting, sources: [covers] } }
  const all = [person('zhang'), person('chen')]
  const records = [
    recordOf(1, '2026-03-01', { values: { present: all } }),
    recordOf(2, '2026-08-01', { values: { present: [...all, person('wang')] } }),
    recordOf(3, '2026-08-02', { values: { present: [person('li'), person('chen'), person('wang')] } }),
  ]
  expect(first(terms, records, '2026-12-31')?.explanation.map(({ counts }) => counts)).toEqual([true, false, true])
})

test('pairs: each with each, nobody with themselves, by post and by person', () => {
  const leaders = { kind: 'group' as const, group: 'leaders' }
  const president = { kind: 'party' as const, party: { kind: 'post' as const, id: 'president' } }
  const terms: Terms = {
    ...yearly,
    target: target('2'),
    midPeriod: 'full',
    scope: { kind: 'pairs', a: president, b: leaders, with: field('with') },
  }
  const talk = (number: number, on: string, by: string, other: string) =>
    recordOf(number, on, { by: [person(by)], values: { with: [person(other)] } })
  const records = [
    talk(1, '2026-02-01', 'zhang', 'chen'),
    talk(2, '2026-06-01', 'li', 'chen'),
    talk(3, '2026-06-02', 'chen', 'li'),
    talk(4, '2026-06-03', 'zhang', 'chen'),
  ]
  const found = evaluate(terms, viewOf(factsOf(records)), day('2026-12-31')).filter(({ period }) => period.key === '2026-01-01')
  expect(found.map(({ subject, actual, state }) => [subject, actual, state])).toEqual([
    ['post:president+person:chen', '2', 'met'],
    ['post:president+person:wang', '0', 'open'],
  ])
})

test('pairs of leaders with the heads of what they are in charge of', () => {
  const terms: Terms = {
    ...yearly,
    target: target('1'),
    scope: { kind: 'pairs', a: { kind: 'group', group: 'leaders' }, b: { kind: 'headsOf', relation: 'inChargeOf' }, with: field('with') },
  }
  const records = [recordOf(1, '2026-02-01', { by: [person('chen')], values: { with: [person('zhao')] } })]
  expect(evaluate(terms, viewOf(factsOf(records)), day('2026-02-01')).slice(0, 1)).toMatchObject([
    { subject: 'person:chen+post:division-head', state: 'met' },
  ])
})

test('down by five percent against the year before', () => {
  const measure = {
    kind: 'change' as const,
    direction: 'decrease' as const,
    of: { kind: 'latest' as const, field: field('rate') },
    base: { kind: 'previous' as const },
  }
  const terms = { ...yearly, target: target('5', { measure, unit: '%' }) }
  const rate = (number: number, on: string, value: string) => recordOf(number, on, { values: { rate: value } })
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

test('within five work days of each letter: late is late, an unknown year is asked', () => {
  const terms: Terms = {
    ...yearly,
    target: target('1', { measure: { kind: 'achieved' } }),
    rhythm: { kind: 'within', count: 5, unit: 'workDay', from: day('2026-01-01'), to: null, event: from('letter') },
    scope: { kind: 'record', of: from('letter'), link: field('about') },
  }
  const calendar = [WorkYear.parse({ year: 2026, holidays: [], makeUpWorkDays: [] })]
  const letter = (number: number, on: string) => recordOf(number, on, { register: register('letter') })
  const reply = (number: number, on: string, about: number) => recordOf(number, on, { values: { about: recordId(about) } })
  const records = [
    letter(1, '2026-03-02'),
    letter(2, '2026-03-03'),
    letter(3, '2026-03-04'),
    reply(4, '2026-03-09', 1),
    reply(5, '2026-03-11', 2),
  ]
  const at = (asOf: string, facts: Partial<Facts> = { calendar }) =>
    evaluate(terms, viewOf(factsOf(records, facts)), day(asOf)).map(({ period, state, metOn }) => [period.to, state, metOn])
  expect(at('2026-03-12')).toEqual([
    ['2026-03-09', 'met', '2026-03-09'],
    ['2026-03-10', 'met', '2026-03-11'],
    ['2026-03-11', 'missed', null],
  ])
  expect(at('2026-03-04', { calendar: [] })).toEqual([
    [null, 'open', null],
    [null, 'open', null],
    [null, 'open', null],
  ])
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

test('what counts elsewhere does not count here; a person may say otherwise, and the last word stands', () => {
  const terms = { ...yearly, counting: { ...counting, notWith: [commitment(2)] } }
  const other = {
    ...yearly,
    commitment: commitment(2),
    counting: { ...counting, sources: [from('field-research', { kind: 'filled', field: field('topic') })] },
  }
  const records = [
    recordOf(1, '2026-02-01', { values: { topic: '法治' } }),
    recordOf(2, '2026-02-02'),
    recordOf(3, '2026-02-03', { register: register('meeting') }),
  ]
  const rule = (number: number, counts: boolean, at: string) => ({
    commitment: commitment(1),
    record: recordId(number),
    counts,
    reason: '会议纪要',
    by: '周岚',
    at: Instant.parse(at),
  })
  const rulings = [rule(2, true, '2026-03-01T00:00:00Z'), rule(2, false, '2026-03-02T00:00:00Z'), rule(3, true, '2026-03-01T00:00:00Z')]
  expect(
    first(terms, records, '2026-03-01', { terms: [other], rulings })?.explanation.map(({ record, reason }) => [
      record.slice(-1),
      reason.code,
    ]),
  ).toEqual([
    ['1', 'counted-elsewhere'],
    ['2', 'person-excludes'],
    ['3', 'person'],
  ])
})

test('let off by a person', () => {
  const terms = { ...yearly, rhythm: every('quarter'), waived: [{ subject: 'org:court', period: '2026-01-01' }] }
  expect(show(terms, [], '2026-04-01').map(([, state]) => state)).toEqual(['waived', 'open', 'upcoming'])
})

test('different people, each once; and the last figure reported', () => {
  const values = (who: string, figure: string) => ({ who: [person(who)], figure })
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
