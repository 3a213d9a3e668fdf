import { expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { type Change, registersOf, touchedKeys } from '#core/occurrence/touched-keys.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { commitment, counting, day, factsOf, field, person, recordId, recordOf, register, yearly } from '#core/occurrence/world.fixture.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'

const quarterly: Terms = {
  ...yearly,
  rhythm: { kind: 'every', count: 1, unit: 'quarter', from: day('2026-01-01'), to: null, starts: 'calendar', partial: 'full' },
}
const change = (base: Extract<Terms['target']['measure'], { kind: 'change' }>['base']): Terms => ({
  ...quarterly,
  target: { ...yearly.target, measure: { kind: 'change', direction: 'decrease', of: { kind: 'count' }, base } },
})
const before: Terms = {
  ...quarterly,
  commitment: commitment(2),
  counting: { ...counting, before: { register: register('meeting'), where: null } },
}
const each: Terms = { ...quarterly, scope: { kind: 'each', population: { kind: 'group', group: 'leaders' }, reach: 'own' } }
const letters = { register: register('letter'), where: null }

function keys(
  terms: Terms,
  was: readonly WorkRecord[],
  is: readonly WorkRecord[],
  others: readonly Terms[] = [],
): 'all' | readonly string[] {
  const id = [...was, ...is][0]?.id ?? recordId(1)
  const views = [was, is].map((records) => viewOf(factsOf(records, { terms: [terms, ...others] })))
  const [first = viewOf(factsOf([])), second = first] = views
  const found = touchedKeys(terms, { kind: 'record', record: id }, first, second, day('2026-12-31'))
  return found === 'all' ? found : found.map(({ subject, period }) => `${subject} ${period}`)
}

const court = (...periods: readonly string[]) => periods.map((period) => `org:court ${period}`)

test.for<[string, Terms, readonly WorkRecord[], readonly WorkRecord[], readonly string[]]>([
  ['its own quarter', quarterly, [], [recordOf(1, '2026-05-10')], court('2026-04-01')],
  ['both quarters it lies in', quarterly, [], [recordOf(1, '2026-03-31/2026-04-01')], court('2026-01-01', '2026-04-01')],
  [
    'where it was and where it is',
    quarterly,
    [recordOf(1, '2026-02-01')],
    [recordOf(1, '2026-08-01', { revision: 2 })],
    court('2026-01-01', '2026-07-01'),
  ],
  ['nothing of another court', quarterly, [], [recordOf(1, '2026-05-10', { org: 'elsewhere' })], []],
  ['nothing of another register', quarterly, [], [recordOf(1, '2026-05-10', { register: register('meeting') })], []],
  ['nothing before the plan', quarterly, [], [recordOf(1, '2025-05-10')], []],
  [
    'the quarter after as well, against the one before',
    change({ kind: 'previous' }),
    [],
    [recordOf(1, '2026-05-10')],
    court('2026-04-01', '2026-07-01'),
  ],
  ['the first, against what was before the plan', change({ kind: 'previous' }), [], [recordOf(1, '2025-12-31')], court('2026-01-01')],
  [
    'every quarter, against a year',
    change({ kind: 'year', year: 2025 }),
    [],
    [recordOf(1, '2025-05-10')],
    court('2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'),
  ],
  ['the quarter of an event', before, [], [recordOf(1, '2026-05-10', { register: register('meeting') })], court('2026-04-01')],
  [
    'any quarter in which it may be completed',
    { ...quarterly, counting: { ...counting, completion: { field: field('doneOn'), counts: 'done' } } },
    [],
    [recordOf(1, '2026-02-01')],
    court('2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'),
  ],
  [
    'whose it is, by person and by post',
    each,
    [],
    [recordOf(1, '2026-05-10', { by: [person('zhang'), person('chen')] })],
    ['post:president 2026-04-01', 'person:chen 2026-04-01'],
  ],
  ['nobody who has not joined', each, [], [recordOf(1, '2026-05-10', { by: [person('wang')] })], []],
  [
    'the subject that a record is',
    {
      ...yearly,
      scope: { kind: 'record', of: letters, link: field('about') },
      rhythm: { kind: 'within', count: 5, unit: 'day', from: day('2026-01-01'), to: null, event: letters },
    },
    [],
    [recordOf(1, '2026-05-10', { register: register('letter') })],
    [`record:${recordId(1)} ${recordId(1)}`],
  ],
])('touches %s', ([, terms, was, is, expected]) => {
  expect(keys(terms, was, is)).toEqual(expected)
})

test('an event touches what is part of what must come before it', () => {
  const part: Terms = { ...quarterly, counting: { ...counting, within: commitment(2) } }
  const meeting = recordOf(1, '2026-05-10', { register: register('meeting') })
  expect(keys(part, [], [meeting], [before])).toEqual(court('2026-04-01'))
  expect([...registersOf(part, viewOf(factsOf([], { terms: [before] })).terms)]).toEqual(['field-research', 'meeting'])
})

test.for<[Change, Terms, number | 'all']>([
  [{ kind: 'roster' }, each, 'all'],
  [{ kind: 'terms', commitment: commitment(1) }, quarterly, 'all'],
  [{ kind: 'terms', commitment: commitment(2) }, { ...quarterly, counting: { ...counting, within: commitment(2) } }, 'all'],
  [{ kind: 'terms', commitment: commitment(2) }, quarterly, 0],
  [{ kind: 'calendar' }, quarterly, 0],
  [
    { kind: 'calendar' },
    { ...quarterly, rhythm: { kind: 'within', count: 5, unit: 'workDay', from: day('2026-01-01'), to: null, event: letters } },
    'all',
  ],
  [{ kind: 'ruling', commitment: commitment(2), record: recordId(1) }, quarterly, 0],
  [{ kind: 'ruling', commitment: commitment(1), record: recordId(1) }, quarterly, 1],
])('%j', ([what, terms, expected]) => {
  const view = viewOf(factsOf([recordOf(1, '2026-05-10')], { terms: [before] }))
  const found = touchedKeys(terms, what, view, view, day('2026-12-31'))
  expect(found === 'all' ? found : found.length).toBe(expected)
})

test('a record that a person has counted in stays in sight, whatever its register', () => {
  const record = recordOf(1, '2026-05-10', { register: register('meeting') })
  const at = Instant.parse('2026-05-11T00:00:00Z')
  const rulings = [{ commitment: commitment(1), record: record.id, counts: true, reason: '会议纪要', by: '周岚', at }]
  const [was, is] = [record, { ...record, revision: 2, state: 'voided' as const }].map((revision) =>
    viewOf(factsOf([revision], { rulings })),
  )
  if (was === undefined || is === undefined) throw new Error('no views')
  expect(touchedKeys(quarterly, { kind: 'record', record: record.id }, was, is, day('2026-12-31'))).toEqual([
    { subject: 'org:court', period: '2026-04-01' },
  ])
})
