import { expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { recordOf } from '#core/occurrence/world.fixture.ts'
import { correctRecord, type Entry, reviewRecord, voidRecord } from '#core/record/decisions.ts'
import type { WorkRecord } from '#core/record/record.ts'

const at = Instant.parse('2026-04-01T01:00:00Z')
const reason = '日期填错，以签到表为准'
const inState = (state: WorkRecord['state']) => recordOf(1, '2026-03-02', { state })
const entryOf = (state: Entry['state']): Entry => ({ ...inState('submitted'), state, org: 'division' })

test.for<[WorkRecord['state'], Entry['state'], string, string]>([
  ['draft', 'draft', '', 'draft'],
  ['draft', 'submitted', '', 'submitted'],
  ['submitted', 'submitted', reason, 'submitted'],
  ['accepted', 'submitted', reason, 'submitted'],
  ['returned', 'submitted', reason, 'submitted'],
  ['submitted', 'submitted', '', 'reason-needed'],
  ['submitted', 'draft', reason, 'already-submitted'],
  ['voided', 'submitted', reason, 'record-voided'],
])('%s corrected to %s with “%s”: %s', ([before, state, note, becomes]) => {
  const corrected = correctRecord(inState(before), entryOf(state), { at, note })
  expect(corrected.ok ? corrected.value.state : corrected.refusal.code).toBe(becomes)
})

test('a correction is the next revision, with what was entered and why', () => {
  const corrected = correctRecord(inState('submitted'), entryOf('submitted'), { at, note: reason })
  expect(corrected).toMatchObject({ value: { revision: 2, org: 'division', enteredAt: at, note: reason } })
})

test.for<[WorkRecord['state'], string, string]>([
  ['draft', reason, 'voided'],
  ['submitted', reason, 'voided'],
  ['submitted', '填错了日期填错了日', 'reason-too-short'],
  ['submitted', '填错了日期填错了日期', 'voided'],
  ['voided', reason, 'record-voided'],
])('%s voided with “%s”: %s', ([before, note, becomes]) => {
  const voided = voidRecord(inState(before), { at, note })
  expect(voided.ok ? voided.value.state : voided.refusal.code).toBe(becomes)
})

test.for<[WorkRecord['state'], 'accepted' | 'returned', string, string]>([
  ['submitted', 'accepted', '', 'accepted'],
  ['submitted', 'returned', '缺签到表', 'returned'],
  ['submitted', 'returned', '', 'reason-needed'],
  ['draft', 'accepted', '', 'not-submitted'],
  ['accepted', 'accepted', '', 'not-submitted'],
  ['voided', 'accepted', '', 'record-voided'],
])('%s reviewed as %s with “%s”: %s', ([before, state, note, becomes]) => {
  const reviewed = reviewRecord(inState(before), state, { at, note })
  expect(reviewed.ok ? reviewed.value.state : reviewed.refusal.code).toBe(becomes)
})
