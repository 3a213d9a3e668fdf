import { expect, test } from 'vitest'
import { act, commitmentId, commitmentOf, planText, studyReading } from '#core/commitment/commitment.fixture.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { discardCommitment } from '#core/commitment/discard-commitment.ts'
import { editCommitment } from '#core/commitment/edit-commitment.ts'
import { mergeCommitments } from '#core/commitment/merge-commitments.ts'
import { splitCommitment } from '#core/commitment/split-commitment.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { emptyFrame } from '#core/plan/plan.ts'
import type { RestoreFacts } from '#core/plan/restore-commitment.ts'
import { restoreCommitment } from '#core/plan/restore-commitment.ts'

const facts: RestoreFacts = { all: [], answers: [], frame: emptyFrame, text: planText }

function valueOf<T>(outcome: Outcome<T, string>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

function first(commitments: readonly Commitment[]): Commitment {
  const [one] = commitments
  if (one === undefined) throw new Error('nothing')
  return one
}

test('an edited one reads as the compiler read it', () => {
  const edited = valueOf(editCommitment(commitmentOf(), { value: '3', leadOrgs: [] }, act))
  expect(valueOf(restoreCommitment(edited, { ...facts, all: [edited] }, act))).toMatchObject([
    { reading: studyReading, state: 'draft', decision: { kind: 'restored' }, version: 3 },
  ])
})

test('answers about it are not undone', () => {
  const edited = valueOf(editCommitment(commitmentOf(), { value: '3', scope: 'org' }, act))
  const answers = [{ code: 'each-or-whole', answer: { kind: 'choice', value: 'per-member' }, by: '许明远', at: act.at }] as const
  expect(valueOf(restoreCommitment(edited, { ...facts, answers }, act))).toMatchObject([
    { reading: { value: { value: '12' }, scope: { value: 'per-member' } }, basis: [{ code: 'each-or-whole', by: '许明远' }] },
  ])
})

test('a discarded one is a draft again, with the edits it had', () => {
  const edited = valueOf(editCommitment(commitmentOf({ state: 'confirmed' }), { value: '3' }, act))
  const discarded = valueOf(discardCommitment(edited, 'wording', act))
  expect(valueOf(restoreCommitment(discarded, facts, act))).toMatchObject([{ state: 'draft', reading: { value: { value: '3' } } }])
})

test.for<[string, Commitment]>([
  ['nobody has touched', commitmentOf()],
  ['a person has added', commitmentOf({ original: null, decision: { kind: 'added', ...act } })],
])('there is nothing to restore where %s', ([, commitment]) => {
  expect(restoreCommitment(commitment, facts, act)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-restore' } })
})

const parts = [2, 3].map((number) => ({ id: commitmentId(number), span: null, text: `第${number}部分`, changes: {} }))
const split = valueOf(splitCommitment(commitmentOf({ state: 'confirmed' }), parts, { text: planText, taken: new Set() }, act))

test('a split one stands again and its parts give way', () => {
  expect(valueOf(restoreCommitment(first(split), { ...facts, all: split }, act))).toMatchObject([
    { id: commitmentId(1), state: 'confirmed', replacedBy: [] },
    { id: commitmentId(2), state: 'discarded', decision: { reason: 'duplicate' } },
    { id: commitmentId(3), state: 'discarded' },
  ])
})

test.for<[string, Partial<Commitment>]>([
  ['was split again', { state: 'replaced', replacedBy: [commitmentId(4), commitmentId(5)] }],
  ['was merged with another', { own: { span: null, sentence: null, text: '甲' } }],
  ['is not confirmed as the other is', { state: 'draft' }],
])('a split one stays replaced where a part %s', ([, change]) => {
  const all = split.map((one, index) => (index === 1 ? { ...one, ...change } : one))
  expect(restoreCommitment(first(all), { ...facts, all }, act)).toMatchObject({ refusal: { code: 'successors-changed' } })
})

const rules = commitmentOf({ id: commitmentId(2), span: { start: 29, end: 35 }, text: '修订议事规则' })
const tracked = commitmentOf({ id: commitmentId(3), span: { start: 36, end: 42 }, text: '定期跟踪问效' })
const merged = valueOf(mergeCommitments(commitmentOf(), [rules, tracked], planText, act))

test('a merged one stands again and the kept one covers what is left', () => {
  const [back, kept] = valueOf(restoreCommitment(merged[2] ?? tracked, { ...facts, all: merged }, act))
  expect(back).toMatchObject({ id: tracked.id, state: 'draft', replacedBy: [], text: '定期跟踪问效' })
  expect(kept).toMatchObject({ span: { start: 0, end: 35 }, own: { text: commitmentOf().text }, version: 3 })
})

test('a merged one stays replaced where the kept one was itself replaced', () => {
  const all = merged.map((one): Commitment =>
    one.id === commitmentId(1) ? { ...one, state: 'replaced', replacedBy: [commitmentId(9)] } : one,
  )
  expect(restoreCommitment(all[2] ?? tracked, { ...facts, all }, act)).toMatchObject({ refusal: { code: 'successors-changed' } })
})

test('when the last merged one stands again the kept one has its own text alone', () => {
  const pair = valueOf(mergeCommitments(commitmentOf(), [rules], planText, act))
  const [, kept] = valueOf(restoreCommitment(pair[1] ?? rules, { ...facts, all: pair }, act))
  expect(kept).toMatchObject({ text: commitmentOf().text, span: { start: 0, end: 14 }, own: null })
})

test('restoring the kept one lets go of all that was merged into it', () => {
  const restored = valueOf(restoreCommitment(first(merged), { ...facts, all: merged }, act))
  expect(restored).toMatchObject([
    { id: commitmentId(1), text: commitmentOf().text, own: null },
    { id: rules.id, state: 'draft', replacedBy: [] },
    { id: tracked.id, state: 'draft' },
  ])
})
