import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stands } from '#core/commitment/act.ts'
import { act, commitmentId, commitmentOf, planText } from '#core/commitment/commitment.fixture.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { confirmCommitments } from '#core/commitment/confirm-commitments.ts'
import { discardCommitment } from '#core/commitment/discard-commitment.ts'
import { mergeCommitments } from '#core/commitment/merge-commitments.ts'
import { splitCommitment } from '#core/commitment/split-commitment.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { standingFor } from '#core/plan/answer-question.ts'
import { emptyFrame } from '#core/plan/plan.ts'
import { restoreCommitment } from '#core/plan/restore-commitment.ts'

/** What a person does, to the commitment at a place in the list (counted round). */
interface Step {
  readonly verb: 'split' | 'merge' | 'discard' | 'restore' | 'confirm'
  readonly at: number
  readonly other: number
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ verb: fc.constantFrom('split', 'merge', 'discard', 'restore', 'confirm'), at: fc.nat(30), other: fc.nat(30) }),
  { maxLength: 25 },
)

const START = ['每年组织专题学习', '修订议事规则', '定期跟踪问效', '研究室配合'].map((words, index) => {
  const start = planText.indexOf(words)
  return commitmentOf({ id: commitmentId(index + 1), ref: `1-1-${index + 1}`, text: words, span: { start, end: start + words.length } })
})

function decide(all: readonly Commitment[], { verb, at, other }: Step): Outcome<readonly Commitment[], string> {
  const one = all[at % all.length] ?? commitmentOf()
  const second = all[other % all.length] ?? commitmentOf()
  switch (verb) {
    case 'split': {
      const parts = [1, 2].map((part) => ({ id: commitmentId(all.length + part), span: null, text: `${one.text}${part}`, changes: {} }))
      return splitCommitment(one, parts, { text: planText, taken: new Set(all.map(({ ref }) => ref)) }, act)
    }
    case 'merge':
      return mergeCommitments(one, [second], planText, act)
    case 'discard': {
      const outcome = discardCommitment(one, 'wording', act)
      return outcome.ok ? { ok: true, value: [outcome.value] } : outcome
    }
    case 'restore':
      return restoreCommitment(one, { all, answers: [], frame: emptyFrame, text: planText }, act)
    case 'confirm':
      return confirmCommitments([one])
  }
}

/** The plan after a step: unchanged where it is refused. */
function after(all: readonly Commitment[], step: Step): readonly Commitment[] {
  const outcome = decide(all, step)
  if (!outcome.ok) return all
  const changed = new Map(outcome.value.map((commitment) => [commitment.id, commitment]))
  const kept = all.map((commitment) => changed.get(commitment.id) ?? commitment)
  return [...kept, ...outcome.value.filter(({ id }) => all.every((commitment) => commitment.id !== id))]
}

test('whatever is split, merged, left out and restored, every sentence is answered for or left out by a person', () => {
  fc.assert(
    fc.property(steps, (done) => {
      const all = done.reduce(after, START)
      const byId = new Map<string, Commitment>(all.map((commitment) => [commitment.id, commitment]))
      for (const { id } of START) {
        const ends = [...standingFor([id], all)].map((found) => byId.get(found)).filter((found) => found?.state !== 'replaced')
        expect(ends.length).toBeGreaterThan(0)
        expect(ends).not.toContain(undefined)
      }
    }),
  )
})

test('what stands has a number of its own, and its version counts every change', () => {
  fc.assert(
    fc.property(steps, (done) => {
      let all: readonly Commitment[] = START
      for (const step of done) {
        const next = after(all, step)
        const changed = next.filter((commitment) => all.some((before) => before.id === commitment.id && before !== commitment))
        expect(changed.filter(({ id, version }) => all.some((before) => before.id === id && before.version + 1 !== version))).toEqual([])
        all = next
      }
      const refs = all.filter(stands).map(({ ref }) => ref)
      expect(new Set(refs).size).toBe(refs.length)
    }),
  )
})

test('a confirmed commitment leaves the ledger only by being left out', () => {
  fc.assert(
    fc.property(steps, (done) => {
      const confirmed = START.map((commitment): Commitment => ({ ...commitment, state: 'confirmed' }))
      const all = done.filter(({ verb }) => verb !== 'discard').reduce(after, confirmed)
      for (const { id } of START) {
        const found = standingFor([id], all)
        expect(all.filter((one) => found.has(one.id) && one.state === 'confirmed').length).toBeGreaterThan(0)
      }
    }),
  )
})
