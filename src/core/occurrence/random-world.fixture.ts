import fc from 'fast-check'
import type { Condition, CountedSource } from '#core/counting/condition.ts'
import type { Counting } from '#core/counting/counting.ts'
import { addDays } from '#core/day/day.ts'
import { commitment, day, decimal, field, person, recordOf, register } from '#core/occurrence/world.fixture.ts'
import type { Rhythm } from '#core/period/rhythm.ts'
import { recordStates, type WorkRecord } from '#core/record/record.ts'
import type { Party } from '#core/roster/party.ts'
import type { Population } from '#core/roster/population.ts'
import { Roster } from '#core/roster/roster.ts'
import type { Scope } from '#core/scope/scope.ts'
import type { Measure, SimpleMeasure, Target } from '#core/target/measure.ts'
import type { Terms } from '#core/terms/terms.ts'

const registers = ['field-research', 'meeting'].map(register)
const people = ['zhang', 'li', 'chen', 'wang', 'zhao']
const anyDay = fc.integer({ min: -200, max: 420 }).map((offset) => addDays(day('2026-01-01'), offset))
const anyRegister = fc.constantFrom(...registers)
const parties: fc.Arbitrary<Party> = fc.oneof(
  fc.constantFrom(...people).map(person),
  fc.constantFrom('president', 'division-head').map((id): Party => ({ kind: 'post', id })),
  fc.constantFrom('office', 'division', 'county', 'court').map((id): Party => ({ kind: 'org', id })),
)
const population: fc.Arbitrary<Population> = fc.constantFrom<Population>(
  { kind: 'group', group: 'leaders' },
  { kind: 'children', org: 'court', of: 'department' },
  { kind: 'party', party: { kind: 'post', id: 'president' } },
)
const condition: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { kind: 'one-of', field: field('mode'), values: ['a'] },
  { kind: 'not', of: { kind: 'one-of', field: field('mode'), values: ['b'] } },
  {
    kind: 'any',
    of: [
      { kind: 'number', field: field('hours'), comparator: '>=', value: decimal('2') },
      { kind: 'filled', field: field('doneOn') },
    ],
  },
  { kind: 'covers', field: field('present'), population: { kind: 'group', group: 'leaders' } },
)
const source = fc.record({ register: anyRegister, where: fc.option(condition, { nil: null }) })
/** Sometimes only what names the commitment itself. */
const countedSource: fc.Arbitrary<CountedSource> = fc
  .record({ source, isLinked: fc.constantFrom(false, false, true) })
  .map(({ source: plain, isLinked }) => (isLinked ? { ...plain, link: field('for') } : plain))
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 1 })

const counting: fc.Arbitrary<Counting> = fc.record({
  sources: fc.array(countedSource, { minLength: 1, maxLength: 2 }),
  mode: fc.constantFrom('any', 'all'),
  needs: fc.constantFrom('submitted', 'submitted', 'accepted'),
  completion: orNull(fc.record({ field: fc.constant(field('doneOn')), counts: fc.constantFrom('done', 'open') })),
  since: fc.constantFrom('period', 'period', 'ever'),
  within: orNull(fc.constantFrom(commitment(2), commitment(3))),
  notWith: fc.subarray([commitment(2), commitment(3)], { maxLength: 1 }),
  before: orNull(source),
})
const simple: fc.Arbitrary<SimpleMeasure> = fc.constantFrom<SimpleMeasure>(
  { kind: 'count' },
  { kind: 'achieved' },
  { kind: 'days' },
  { kind: 'sum', field: field('hours') },
  { kind: 'distinct', field: field('mode') },
  { kind: 'latest', field: field('hours') },
)
const side = fc.record({ measure: simple, counting: fc.option(counting, { nil: null }) })
const measure: fc.Arbitrary<Measure> = fc.oneof(
  { weight: 3, arbitrary: simple },
  fc.record({ kind: fc.constant('ratio'), numerator: side, denominator: side }),
  fc.record({ kind: fc.constant('coverage'), field: fc.constantFrom(null, field('present')), population }),
  fc.record({
    kind: fc.constant('change'),
    direction: fc.constantFrom('decrease', 'increase'),
    of: simple,
    base: fc.constantFrom(
      { kind: 'previous' },
      { kind: 'year', year: 2025 },
      { kind: 'year', year: 2024, isYearly: true },
      { kind: 'value', value: decimal('3') },
    ),
  }),
)
const target: fc.Arbitrary<Target> = fc.record({
  measure,
  comparator: fc.constantFrom('>=', '<=', '=', '>', '<', 'range'),
  value: fc.constantFrom('0', '1', '2.5', '30').map(decimal),
  upper: fc.constantFrom(null, decimal('40')),
  unit: fc.constantFrom('次', '%'),
  isExact: fc.boolean(),
})
const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({
    kind: fc.constant('every'),
    count: fc.constantFrom(1, 1, 2),
    unit: fc.constantFrom('month', 'quarter', 'half-year', 'year'),
    from: fc.constantFrom(day('2026-01-01'), day('2026-01-31')),
    to: fc.constantFrom(null, day('2026-11-15')),
    starts: fc.constantFrom('calendar', 'plan'),
    partial: fc.constantFrom('full', 'pro-rata', 'none'),
  }),
  fc.record({
    kind: fc.constant('once'),
    from: fc.constant(day('2026-01-31')),
    by: fc.constantFrom(null, day('2026-06-30')),
    stages: fc.constantFrom([], [{ by: day('2026-03-31'), value: decimal('1') }]),
  }),
  fc.record({
    kind: fc.constant('within'),
    count: fc.constantFrom(5, 30),
    unit: fc.constantFrom('day', 'month', 'workDay'),
    from: fc.constant(day('2026-01-01')),
    to: fc.constant(null),
    event: source,
  }),
)
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.record({ kind: fc.constant('org'), org: fc.constantFrom('court', 'office'), reach: fc.constantFrom('own', 'all') }),
  fc.constant<Scope>({ kind: 'post', post: 'president' }),
  fc.record({ kind: fc.constant('each'), population, reach: fc.constantFrom('own', 'all') }),
  fc.record({
    kind: fc.constant('pairs'),
    a: population,
    b: fc.oneof(population, fc.constant<Population>({ kind: 'headsOf', relation: 'inChargeOf' })),
    with: fc.constant(field('present')),
  }),
  fc.record({ kind: fc.constant('record'), of: source, link: fc.constantFrom(null, field('about')) }),
)

export function anyTerms(number: number): fc.Arbitrary<Terms> {
  return fc.record({
    commitment: fc.constant(commitment(number)),
    target,
    rhythm,
    scope,
    counting,
    midPeriod: fc.constantFrom(null, 'full', 'pro-rata', 'none'),
    waived: fc.constant([]),
  })
}

/** A record of one of eight facts; its revision is set where it is written. */
export const anyRecord: fc.Arbitrary<WorkRecord> = fc
  .record({
    number: fc.integer({ min: 1, max: 8 }),
    from: anyDay,
    length: fc.constantFrom(0, 0, 1, 3, 40),
    register: anyRegister,
    org: fc.constantFrom('office', 'division', 'county', 'county-office', 'court'),
    by: fc.array(parties, { maxLength: 3 }),
    state: fc.constantFrom('submitted', 'submitted', 'accepted', ...recordStates),
    mode: fc.constantFrom('a', 'b', ''),
    hours: fc.constantFrom('0.5', '2', '3'),
    present: fc.array(parties, { maxLength: 5 }),
    doneOn: orNull(anyDay),
    about: fc.integer({ min: 1, max: 8 }),
    named: fc.subarray([1, 2, 3]),
  })
  .map(({ number, from, length, register: of, org, by, state, mode, hours, present, doneOn, about, named }) =>
    recordOf(number, `${from}/${addDays(from, length)}`, {
      register: of,
      org,
      by,
      state,
      values: {
        mode,
        hours,
        present,
        about: recordOf(about, '2026-01-01').id,
        for: named.map(commitment),
        ...(doneOn === null ? {} : { doneOn }),
      },
    }),
  )

export const anyRoster: fc.Arbitrary<Roster> = fc
  .array(fc.record({ member: parties, from: anyDay, length: fc.constantFrom(null, 30, 200) }), { maxLength: 5 })
  .map((members) =>
    Roster.parse({
      orgs: [
        { id: 'court', parent: null, kind: 'institution', from: '2020-01-01', to: null },
        { id: 'office', parent: 'court', kind: 'department', from: '2020-01-01', to: '2026-06-30' },
        { id: 'division', parent: 'court', kind: 'department', from: '2026-03-01', to: null },
        { id: 'county', parent: 'court', kind: 'institution', from: '2020-01-01', to: null },
        { id: 'county-office', parent: 'county', kind: 'department', from: '2020-01-01', to: null },
      ],
      posts: [{ id: 'division-head', org: 'division', isHead: true }],
      holdings: [
        { post: 'president', person: 'zhang', from: '2020-01-01', to: '2026-05-31' },
        { post: 'president', person: 'li', from: '2026-06-01', to: null },
        { post: 'division-head', person: 'zhao', from: '2020-01-01', to: null },
      ],
      memberships: members.map(({ member, from, length }) => ({
        group: 'leaders',
        member,
        from,
        to: length === null ? null : addDays(from, length),
      })),
      relations: [{ kind: 'inChargeOf', leader: person('zhang'), org: 'division', from: '2020-01-01', to: null }],
    }),
  )
