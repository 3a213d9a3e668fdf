import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act } from '#core/commitment/commitment.fixture.ts'
import { ClauseId, type Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import { emptyFrame } from '#core/plan/plan.ts'
import { applyRevision, keyOfPair } from '#core/revision/apply-revision.ts'
import { anyDocument, promised, writeOut, type Written } from '#core/revision/compare.fixture.ts'
import { compareDrafts } from '#core/revision/compare-drafts.ts'
import { planSide } from '#core/revision/plan-side.ts'
import type { Side } from '#core/revision/side.ts'

const uuid = (kind: string, id: string): string => `0198f4a0-0000-7000-${kind}000-${id.slice(1).padStart(12, '0')}`

/** A plan as it stands once a document was imported and confirmed. `kind`: a digit that tells its ids from another's. */
function planOf(measures: readonly Written[], kind: string) {
  const { side } = writeOut(measures)
  const clauses = side.clauses.map((clause) => ({
    ...clause,
    id: ClauseId.parse(uuid(kind, clause.id)),
    parent: clause.parent === null ? null : uuid(kind, clause.parent),
  }))
  const commitments = side.commitments.map((read): Commitment => ({
    id: CommitmentId.parse(uuid(kind, read.id)),
    ref: read.ref,
    clause: ClauseId.parse(uuid(kind, read.clause)),
    span: read.span,
    sentence: read.sentence,
    text: side.text.slice(read.span.start, read.span.end),
    within: null,
    state: 'confirmed',
    replacedBy: [],
    own: null,
    reading: read.reading,
    original: read.reading,
    decision: null,
    basis: [],
    version: 1,
  }))
  return { text: side.text, clauses, commitments }
}

/** Holds two documents against one another and applies what is chosen of what differs. */
function revise(
  before: readonly Written[],
  after: readonly Written[],
  chosen: (key: string, at: number) => boolean,
  used: readonly string[] = [],
  instead: readonly Commitment[] = [],
) {
  const [read, imported] = [planOf(before, '8'), planOf(after, '9')]
  const plan = { ...read, commitments: read.commitments.flatMap((each) => (each.id === instead[0]?.id ? instead : [each])) }
  const [old, next]: readonly Side[] = [planSide(plan), planSide(imported)]
  if (old === undefined || next === undefined) throw new Error('both sides are there')
  const comparison = compareDrafts(old, next)
  const known = new Map(comparison.clauses.map(([from, to]) => [to, ClauseId.parse(from)]))
  const clauses = new Map(next.clauses.map(({ id }) => [id, known.get(id) ?? ClauseId.parse(id)]))
  const keys = new Set(
    comparison.pairs
      .filter(({ kind }) => kind !== 'kept')
      .map(keyOfPair)
      .filter(chosen),
  )
  const ids = new Map(next.commitments.map(({ id }) => [id, CommitmentId.parse(id)]))
  const revising = {
    earlier: { revision: 1, text: plan.text, commitments: plan.commitments },
    next: { text: imported.text, commitments: next.commitments, clauses, ids },
    comparison,
    frame: emptyFrame,
    used: new Set(used),
  }
  return { plan, imported, keys, comparison, applied: (reason: string) => applyRevision(revising, { keys, reason }, act) }
}

const BEFORE: readonly Written[] = [
  { title: '改进中心组学习', promises: [promised(1), promised(2), promised(3)] },
  { title: '精简会议文件', promises: [promised(4), promised(5)] },
]
const AFTER: readonly Written[] = [
  { title: '改进中心组学习', promises: [{ ...promised(1), number: 77 }, promised(3), promised(6)] },
  { title: '精简会议文件', promises: [promised(4), promised(5)] },
]

test('all confirmed: the plan is as if the new document had been imported, with the ids there were', () => {
  const { plan, imported, applied } = revise(BEFORE, AFTER, () => true)
  const outcome = applied('')
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const standing = outcome.value.filter(({ after }) => after.state === 'confirmed')
  expect(standing.map(({ after }) => [after.ref, after.span, after.text, after.reading])).toEqual(
    imported.commitments.map(({ ref, span, text, reading }) => [ref, span, text, reading]),
  )
  expect(outcome.value.map(({ outcome: what }) => what)).toEqual(['revised', 'discarded', 'kept', 'added', 'kept', 'kept'])
  expect(outcome.value.filter(({ outcome: what }) => what !== 'added').map(({ after }) => after.id)).toEqual(
    plan.commitments.map(({ id }) => id),
  )
})

test('what was split goes with what it was split into', () => {
  const [whole] = planOf(BEFORE, '8').commitments.slice(1)
  if (whole === undefined) throw new Error('there is a second')
  const part = (nth: number): Commitment => ({
    ...whole,
    id: CommitmentId.parse(uuid('8', `k9${nth}`)),
    ref: `${whole.ref}${'ab'[nth] ?? ''}`,
    span: null,
    sentence: null,
  })
  const parts = [part(0), part(1)]
  const split = [{ ...whole, state: 'replaced' as const, replacedBy: parts.map(({ id }) => id) }, ...parts]
  const { applied } = revise(BEFORE, AFTER, () => true, [parts[1]?.id ?? ''], split)
  expect(applied('')).toMatchObject({ ok: false, refusal: { code: 'reason-needed' } })
  const outcome = applied('并入其他任务')
  const states = outcome.ok ? outcome.value.filter(({ before }) => before?.ref.startsWith(whole.ref)).map(({ after }) => after.state) : []
  expect(states).toEqual(['replaced', 'discarded', 'discarded'])
})

test('what has been worked on is given up only with a reason', () => {
  const used = planOf(BEFORE, '8').commitments[1]?.id ?? ''
  const { applied } = revise(BEFORE, AFTER, () => true, [used])
  expect(applied(' ')).toMatchObject({ ok: false, refusal: { code: 'reason-needed', params: { count: '1' } } })
  expect(applied('经领导小组同意').ok).toBe(true)
})

test('whatever is confirmed: nothing is lost, no number twice, and what has a place says what stands there', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (before, other, choices) => {
      const after = [
        ...before.slice(1),
        ...other.map(({ title, promises }) => ({
          title: `${title}二`,
          promises: promises.map((each) => promised(Number(each.key.slice(1)) + 700)),
        })),
      ]
      const { plan, imported, applied } = revise(before, after, (_, at) => choices[at % choices.length] === true)
      const outcome = applied('按上级要求')
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      const all = outcome.value.map((each) => each.after)
      const ids = new Set(all.map(({ id }) => id))
      expect(plan.commitments.every(({ id }) => ids.has(id))).toBe(true)
      expect(ids.size).toBe(all.length)
      expect(new Set(all.map(({ ref }) => ref)).size).toBe(all.length)
      const wrong = all.filter(({ span, cited, text }) =>
        span === null ? cited?.revision !== 1 : imported.text.slice(span.start, span.end) !== text,
      )
      expect(wrong).toEqual([])
    }),
    { numRuns: 100 },
  )
})
