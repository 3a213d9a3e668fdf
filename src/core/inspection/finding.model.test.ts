import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { InspectionFindingAct, type InspectionFindingState, isFindingLate } from '#core/inspection/finding.ts'
import { actOnFinding, type FindingParty, noteFinding } from '#core/inspection/finding-decisions.ts'

const today = Day.parse('2026-03-02')
const yesterday = Day.parse('2026-03-01')
const long = '一二三四五六七八九十'
const nobody: FindingParty = { inspects: false, isOfUnit: false, reported: false }
const team = { ...nobody, inspects: true }
const unit = { ...nobody, isOfUnit: true }

test.for([
  ['noted', 'raise', team, {}, 'raised'],
  ['noted', 'raise', team, { dueOn: yesterday }, 'due-past'],
  ['noted', 'raise', unit, {}, 'not-the-inspector'],
  ['noted', 'report', unit, {}, 'inspection-finding-state'],
  ['raised', 'contest', unit, {}, 'contested'],
  ['raised', 'contest', team, {}, 'not-the-unit'],
  ['raised', 'report', unit, { note: long.slice(1) }, 'reason-too-short'],
  ['raised', 'verify', team, {}, 'inspection-finding-state'],
  ['contested', 'uphold', unit, {}, 'not-the-inspector'],
  ['contested', 'report', unit, {}, 'inspection-finding-state'],
  ['reported', 'verify', team, { note: '' }, 'verified'],
  ['reported', 'verify', { ...team, reported: true }, {}, 'doer-cannot-verify'],
  ['reported', 'fail', { ...team, reported: true }, {}, 'doer-cannot-verify'],
  ['reported', 'return', team, { note: '不够' }, 'reason-too-short'],
  ['reported', 'withdraw', team, {}, 'inspection-finding-state'],
  ['failed', 'report', unit, { dueOn: yesterday }, 'reported'],
  ['verified', 'withdraw', team, {}, 'inspection-finding-state'],
] as const)('%s, %s', ([state, act, party, more, expected]) => {
  const outcome = actOnFinding(state, act, party, { note: long, dueOn: today, today, ...more })
  expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(expected)
})

test.for([
  ['too few words', { words: long.slice(1) }, 'reason-too-short'],
  ['a demand of too few', { demand: '' }, 'reason-too-short'],
  ['a day that is over', { dueOn: yesterday }, 'due-past'],
  ['today', {}, null],
] as const)('noting a finding with %s', ([, more, code]) => {
  const outcome = noteFinding({ words: long, demand: long, dueOn: today, today, ...more })
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test.for([
  ['raised', '2026-03-01', true],
  ['failed', '2026-03-01', true],
  ['raised', '2026-03-02', false],
  ['reported', '2026-03-01', false],
  ['contested', '2026-03-01', false],
] as const)('%s, due on %s: late %s', ([state, dueOn, isLate]) => {
  expect(isFindingLate({ state, dueOn: Day.parse(dueOn) }, today)).toBe(isLate)
})

/** A plainer idea of the same, as a letter that goes to and fro: in whose hands it lies, and what its last words were. */
interface Model {
  hands: 'drawer' | 'unit' | 'team' | 'archive'
  last: 'nothing' | 'objection' | 'work' | 'verdict'
  work: number
  seen: boolean
}
interface Real {
  state: InspectionFindingState
  reporters: Set<string>
}

const PEOPLE = { i1: 'team', i2: 'team', u1: 'unit', u2: 'unit', both: 'both', x: 'nobody' } as const
type Name = keyof typeof PEOPLE
const partyOf = (name: Name, { reporters }: Real): FindingParty => ({
  inspects: PEOPLE[name] === 'team' || PEOPLE[name] === 'both',
  isOfUnit: PEOPLE[name] === 'unit' || PEOPLE[name] === 'both',
  reported: reporters.has(name),
})

function mayIn({ hands, last }: Model, act: InspectionFindingAct, name: Name, { reporters }: Real): boolean {
  const whose = PEOPLE[name]
  const ofTeam = whose === 'team' || whose === 'both'
  const ofUnit = whose === 'unit' || whose === 'both'
  switch (act) {
    case 'raise':
      return ofTeam && hands === 'drawer'
    case 'contest':
      return ofUnit && hands === 'unit' && last !== 'verdict'
    case 'report':
      return ofUnit && hands === 'unit'
    case 'uphold':
      return ofTeam && hands === 'team' && last === 'objection'
    case 'verify':
    case 'fail':
    case 'return':
      return ofTeam && hands === 'team' && last === 'work' && !reporters.has(name)
    case 'withdraw':
      return ofTeam && (hands === 'drawer' || (hands === 'unit' && last !== 'verdict') || (hands === 'team' && last === 'objection'))
  }
}

function move(model: Model, act: InspectionFindingAct): void {
  switch (act) {
    case 'raise':
    case 'uphold':
    case 'return':
      model.hands = 'unit'
      model.last = 'nothing'
      model.seen = true
      break
    case 'contest':
      model.hands = 'team'
      model.last = 'objection'
      break
    case 'report':
      model.hands = 'team'
      model.last = 'work'
      model.work += 1
      break
    case 'fail':
      model.hands = 'unit'
      model.last = 'verdict'
      break
    case 'verify':
    case 'withdraw':
      model.hands = 'archive'
  }
}

const tryTo = (act: InspectionFindingAct, name: Name): fc.Command<Model, Real> => ({
  check: () => true,
  run(model, real) {
    const outcome = actOnFinding(real.state, act, partyOf(name, real), { note: long, dueOn: today, today })
    expect(outcome.ok).toBe(mayIn(model, act, name, real))
    if (!outcome.ok) {
      expect(outcome.refusal.code).toMatch(/^(inspection-finding-state|not-the-inspector|not-the-unit|doer-cannot-verify)$/)
      return
    }
    real.state = outcome.value
    if (act === 'report') real.reporters.add(name)
    move(model, act)
    // nothing counts as done that the unit was not told of, or that nobody did
    if (real.state === 'verified') expect([model.seen, model.work > 0]).toEqual([true, true])
  },
  toString: () => `${name} ${act}`,
})

test('whatever is tried in whatever order, the unit speaks for itself and another verifies', () => {
  const names: readonly Name[] = ['i1', 'i2', 'u1', 'u2', 'both', 'x']
  const commands = InspectionFindingAct.options.flatMap((act) => names.map((name) => fc.constant(tryTo(act, name))))
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 80 }), (some) => {
      const model: Model = { hands: 'drawer', last: 'nothing', work: 0, seen: false }
      const real: Real = { state: 'noted', reporters: new Set() }
      fc.modelRun(() => ({ model, real }), some)
      expect(real.state === 'verified' && model.work === 0).toBe(false)
    }),
    { numRuns: 400 },
  )
})
