import { expect, test } from 'vitest'
import { commitmentId, studyReading } from '#core/commitment/commitment.fixture.ts'
import { clauseId } from '#core/commitment/commitment.fixture.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import type { Reading } from '#core/draft/reading.ts'
import { type AtEnd, carryCandidates, carryOver } from '#core/plan/carry-over.ts'
import { emptyFrame, type PlanFrame } from '#core/plan/plan.ts'
import { implied } from '#core/text/certain.ts'

const frame: PlanFrame = { ...emptyFrame, inForceFrom: Day.parse('2026-01-01'), inForceTo: Day.parse('2026-12-31') }
const into = { id: 'next', title: '下一年', frame: { ...frame, inForceFrom: Day.parse('2027-01-01'), inForceTo: Day.parse('2027-12-31') } }
const by = { by: '周岚', at: Instant.parse('2026-12-28T01:00:00Z') }
const once = implied({ unit: 'once' as const, every: 1 }, 'no-recurrence')

function commitment(number: number, reading: Partial<Reading>, more: Partial<Commitment> = {}): Commitment {
  const bare = { clause: clauseId, span: null, sentence: null, within: null, replacedBy: [], own: null, original: null, decision: null }
  const said = { ...studyReading, ...reading }
  return {
    ...bare,
    id: commitmentId(number),
    ref: `1-1-${number}`,
    text: '任务',
    state: 'confirmed',
    reading: said,
    basis: [],
    version: 1,
    ...more,
  }
}

const day = implied(Day.parse('2026-06-30'), 'person')
const ends: readonly AtEnd[] = [
  { commitment: commitment(1, { nature: implied('standing', 'recurring') }), terms: null, light: 'done' },
  { commitment: commitment(2, { nature: implied('staged', 'time-limit'), period: once, deadline: day }), terms: null, light: 'overdue' },
  { commitment: commitment(3, { period: once, deadline: day }), terms: null, light: 'done' },
  { commitment: commitment(4, { period: once }), terms: null, light: null },
  { commitment: commitment(5, { period: once }, { state: 'discarded' }), terms: null, light: null },
  { commitment: commitment(6, { nature: implied('staged', 'time-limit') }), terms: null, light: 'overdue' },
]

test('what recurs for good goes on, what is not done is still owed, what is done stays', () => {
  expect(carryCandidates(ends, frame).map(({ commitment: { ref }, kind, dueOn }) => [ref, kind, dueOn])).toEqual([
    ['1-1-1', 'standing', '2026-12-31'],
    ['1-1-2', 'unfinished', '2026-06-30'],
    ['1-1-4', 'unfinished', '2026-12-31'],
    ['1-1-6', 'unfinished', '2026-12-31'],
  ])
})

test('a person chooses; each keeps the day it was due at first', () => {
  const candidates = carryCandidates(ends, frame)
  const first = carryOver({ frame, candidates }, into, [commitmentId(1), commitmentId(2), commitmentId(2)], by)
  expect(first.ok ? first.value.map(({ carried, version }) => [carried?.kind, carried?.dueOn, carried?.to, version]) : first).toEqual([
    ['standing', '2026-12-31', '2027-12-31', 2],
    ['unfinished', '2026-06-30', '2027-12-31', 2],
  ])
  const again = candidates.map((each) => ({
    ...each,
    dueOn: Day.parse('2027-12-31'),
    commitment: (first.ok && first.value[1]) || each.commitment,
  }))
  const later = { ...into, id: 'later', frame: { ...into.frame, inForceFrom: Day.parse('2028-01-01') } }
  const second = carryOver({ frame, candidates: again }, later, [commitmentId(2)], by)
  expect(second.ok ? second.value[0]?.carried : second).toMatchObject({ into: 'later', dueOn: '2026-06-30' })
})

test.for([
  ['a plan without an end', { ...frame, inForceTo: null }, into, 1, 'plan-has-no-end'],
  ['into itself', frame, { ...into, frame }, 1, 'plan-not-later'],
  ['into a plan not in force yet', frame, { ...into, frame: emptyFrame }, 1, 'plan-not-later'],
  ['what is done', frame, into, 3, 'not-to-carry'],
] as const)('%s is refused', ([, own, to, number, code]) => {
  expect(carryOver({ frame: own, candidates: carryCandidates(ends, frame) }, to, [commitmentId(number)], by)).toMatchObject({
    ok: false,
    refusal: { code },
  })
})
