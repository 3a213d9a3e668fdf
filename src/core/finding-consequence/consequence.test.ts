import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import {
  type Demand,
  type FindingFacts,
  findingAfterClosure,
  makeCommitment,
  reopenByFinding,
} from '#core/finding-consequence/consequence.ts'
import { isFindingLate } from '#core/inspection/finding.ts'

const today = Day.parse('2026-03-02')
const owed: FindingFacts = { state: 'raised', isMarked: false, leadsTo: null }
const demand: Demand = { words: '逐件补齐送达回证并复核', dueOn: today, nature: 'staged' }

test.for([
  [{}, {}, null],
  [{ state: 'failed' }, {}, null],
  [{ state: 'noted' }, {}, 'inspection-finding-state'],
  [{ state: 'contested' }, {}, 'inspection-finding-state'],
  [{ state: 'reported' }, {}, 'inspection-finding-state'],
  [{ state: 'verified' }, {}, 'inspection-finding-state'],
  [{ state: 'withdrawn' }, {}, 'inspection-finding-state'],
  [{ isMarked: true }, {}, 'inspection-marked'],
  [{ leadsTo: 'commitment' }, {}, 'finding-followed'],
  [{ leadsTo: 'reopening' }, {}, 'finding-followed'],
  [{}, { words: '补齐送达回证吧啊' }, 'reason-too-short'],
  [{}, { dueOn: Day.parse('2026-03-01') }, 'due-past'],
] as const)('a finding %j with %j becomes a commitment: %s', ([facts, changes, code]) => {
  const outcome = makeCommitment({ ...owed, ...facts }, { ...demand, ...changes }, today)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test.for([
  [{}, 'closed', '复查时又出现同样的情形', null],
  [{}, 'terminated', '复查时又出现同样的情形', null],
  [{}, 'open', '复查时又出现同样的情形', 'not-closed'],
  [{}, 'requested', '复查时又出现同样的情形', 'not-closed'],
  [{}, 'closed', '又出现同样的情形', 'reason-too-short'],
  [{ leadsTo: 'commitment' }, 'closed', '复查时又出现同样的情形', 'finding-followed'],
] as const)('a finding %j opens what is %s again because “%s”: %s', ([facts, state, note, code]) => {
  const outcome = reopenByFinding({ ...owed, ...facts }, state, note)
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test('a finding is owed exactly while nobody has to look at what was asked for', () => {
  const late = Object.entries(findingAfterClosure).filter(([, state]) => isFindingLate({ state, dueOn: Day.parse('2026-03-01') }, today))
  expect(late.map(([closure]) => closure)).toEqual(['open', 'returned'])
})
