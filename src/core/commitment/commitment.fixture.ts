import fc from 'fast-check'
import type { Act } from '#core/commitment/act.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { ClauseId, CommitmentId } from '#core/commitment/commitment.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { Day, Instant } from '#core/day/day.ts'
import type { Reading } from '#core/draft/reading.ts'
import { comparators, natures, periodUnits, readingKinds, scopes } from '#core/draft/reading.ts'
import { implied, stated } from '#core/text/certain.ts'

/** 每年组织专题学习不少于12次 */
export const studyReading: Reading = {
  kind: 'count',
  period: stated({ unit: 'year', every: 1 }, { start: 0, end: 2 }),
  comparator: stated('>=', { start: 8, end: 11 }),
  value: stated('12', { start: 11, end: 13 }),
  upper: null,
  unit: stated('次', { start: 13, end: 14 }),
  scope: implied('org', 'default-scope'),
  deadline: null,
  deadlineText: null,
  object: stated('专题学习', { start: 4, end: 8 }),
  base: null,
  modality: null,
  nature: null,
  leaders: [],
  leadOrgs: [stated('办公室', { start: 20, end: 23 })],
  supportingOrgs: [],
  owners: [],
}

export const planText = '每年组织专题学习不少于12次。由办公室牵头，研究室配合。\n修订议事规则；定期跟踪问效。'

export const act: Act = { by: '周岚', at: Instant.parse('2026-11-23T01:00:00.000Z'), note: '' }

export function commitmentId(number: number): CommitmentId {
  return CommitmentId.parse(`0198f4a0-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

export const clauseId = ClauseId.parse('0198f4a0-0000-7000-9000-000000000001')

export function commitmentOf(changes: Partial<Commitment> = {}): Commitment {
  return {
    id: commitmentId(1),
    ref: '1-1-1',
    clause: clauseId,
    span: { start: 0, end: 14 },
    sentence: { start: 0, end: 15 },
    text: planText.slice(0, 14),
    within: null,
    state: 'draft',
    replacedBy: [],
    own: null,
    reading: studyReading,
    original: studyReading,
    decision: null,
    basis: [],
    version: 1,
    ...changes,
  }
}

const name = fc.constantFrom('办公室', '研究室', '政治部', '执行局')
const names = fc.array(name, { maxLength: 4 })
const day = fc.constantFrom('2026-06-30', '2026-12-31', '2027-03-01').map((text) => Day.parse(text))
const number = fc.constantFrom('0', '1', '12', '0.5', '100')
const nullable = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })

/** What a person may change, any fields at once. */
export const anyChanges: fc.Arbitrary<ReadingChanges> = fc.record(
  {
    kind: fc.constantFrom(...readingKinds),
    period: fc.record({ unit: fc.constantFrom(...periodUnits), every: fc.integer({ min: 1, max: 5 }) }),
    comparator: nullable(fc.constantFrom(...comparators)),
    value: nullable(number),
    upper: nullable(number),
    unit: nullable(fc.constantFrom('次', '%', '天', '月', '')),
    scope: fc.constantFrom(...scopes),
    deadline: nullable(day),
    object: nullable(fc.constantFrom('学习', '调研')),
    base: nullable(fc.constantFrom('结案数', '上年')),
    nature: nullable(fc.constantFrom(...natures)),
    leaders: names,
    leadOrgs: names,
    supportingOrgs: names,
    owners: names,
  },
  { requiredKeys: [] },
)
