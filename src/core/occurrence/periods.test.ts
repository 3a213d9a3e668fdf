import { expect, test } from 'vitest'
import { WorkYear } from '#core/calendar/work-year.ts'
import { Instant } from '#core/day/day.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import { every, first, from, show, target } from '#core/occurrence/show.fixture.ts'
import { type Facts, viewOf } from '#core/occurrence/view.ts'
import { day, factsOf, field, person, recordId, recordOf, register, yearly } from '#core/occurrence/world.fixture.ts'
import type { Party } from '#core/roster/party.ts'
import type { Population } from '#core/roster/population.ts'
import type { Terms } from '#core/terms/terms.ts'

const talk = (number: number, on: string, by: string, other: string) =>
  recordOf(number, on, { by: [person(by)], values: { with: [person(other)] } })

const letter = (number: number, on: string) => recordOf(number, on, { register: register('letter') })

const reply = (number: number, on: string, about: number) => recordOf(number, on, { values: { about: recordId(about) } })

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

test('pairs: each with each, nobody with themselves, by post and by person', () => {
  const leaders = { kind: 'group' as const, group: 'leaders' }
  const president = { kind: 'party' as const, party: { kind: 'post' as const, id: 'president' } }
  const terms: Terms = {
    ...yearly,
    target: target('2'),
    midPeriod: 'full',
    scope: { kind: 'pairs', a: president, b: leaders, with: field('with') },
  }
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

test('within five work days of each letter: late is late, an unknown year is asked', () => {
  const terms: Terms = {
    ...yearly,
    target: target('1', { measure: { kind: 'achieved' } }),
    rhythm: { kind: 'within', count: 5, unit: 'workDay', from: day('2026-01-01'), to: null, event: from('letter') },
    scope: { kind: 'record', of: from('letter'), link: field('about') },
  }
  const calendar = [WorkYear.parse({ year: 2026, holidays: [], makeUpWorkDays: [] })]
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

test('let off by a person', () => {
  const terms = { ...yearly, rhythm: every('quarter'), waived: [{ subject: 'org:court', period: '2026-01-01' }] }
  expect(show(terms, [], '2026-04-01').map(([, state]) => state)).toEqual(['waived', 'open', 'upcoming'])
})

test('nobody owes a period before joining', () => {
  const terms: Terms = {
    ...yearly,
    rhythm: every('quarter'),
    scope: { kind: 'each', population: { kind: 'group', group: 'leaders' }, reach: 'own' },
  }
  const found = evaluate(terms, viewOf(factsOf([])), day('2026-12-31')).filter(({ subject }) => subject === 'person:wang')
  expect(found.map(({ period, doubts }) => [period.key, doubts.length])).toEqual([
    ['2026-07-01', 1],
    ['2026-10-01', 0],
    ['2027-01-01', 0],
  ])
})

const only = (party: Party): Population => ({ kind: 'party', party })

test('nobody is owed a talk with themselves, whatever the post is called', () => {
  const scope = {
    kind: 'pairs' as const,
    a: only({ kind: 'post', id: 'president' }),
    b: only(person('li')),
    with: field('with'),
  }
  const found = evaluate({ ...yearly, rhythm: every('quarter'), scope }, viewOf(factsOf([])), day('2026-12-31'))
  expect(found.map(({ period }) => period.key)).toEqual(['2026-01-01', '2026-04-01']) // 李 is the president from June on
})
