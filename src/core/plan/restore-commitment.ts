import type { Act } from '#core/commitment/act.ts'
import { stands } from '#core/commitment/act.ts'
import type { BasisEntry, Commitment } from '#core/commitment/commitment.ts'
import { covering, ownQuote } from '#core/commitment/merge-commitments.ts'
import type { Answer } from '#core/draft/answer.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'
import { withAnswer } from '#core/plan/answer-question.ts'
import { withImmediateLimit } from '#core/plan/immediate.ts'
import type { PlanFrame } from '#core/plan/plan.ts'

/** `nothing-to-restore`: it stands as it was read. `successors-changed`: what replaced it has since been split or merged itself, or is only partly confirmed. */
export type RestoreRefusal = 'nothing-to-restore' | 'successors-changed'

/** An answer that a person has given about the commitment. */
export interface GivenAnswer extends Pick<BasisEntry, 'code' | 'by' | 'at'> {
  readonly answer: Answer
}

/** What a restoration looks at: all commitments of the plan, the answers about this one, the plan's frame and text. */
export interface RestoreFacts {
  readonly all: readonly Commitment[]
  readonly answers: readonly GivenAnswer[]
  readonly frame: PlanFrame
  readonly text: string
}

/**
 * 恢复: a discarded one is a draft again; a replaced one stands again and what replaced it gives way; else the compiler's reading
 * stands again, with the answers given about it. All that changes is in the value, the restored one first.
 */
export function restoreCommitment(commitment: Commitment, facts: RestoreFacts, act: Act): Outcome<readonly Commitment[], RestoreRefusal> {
  const restored = { ...commitment, decision: { kind: 'restored', ...act }, version: commitment.version + 1 } as const
  switch (commitment.state) {
    case 'discarded':
      return accept([{ ...restored, state: 'draft' }])
    case 'replaced':
      return commitment.replacedBy.length > 1 ? unsplit(restored, facts.all, act) : unmerge(restored, facts)
    case 'draft':
    case 'confirmed':
      return commitment.decision === null ? refuse('nothing-to-restore') : asRead(restored, facts, act)
  }
}

function unsplit(restored: Commitment, all: readonly Commitment[], act: Act): Outcome<readonly Commitment[], RestoreRefusal> {
  const parts = all.filter(({ id }) => restored.replacedBy.includes(id))
  const states = new Set(parts.map(({ state }) => state).filter((state) => state !== 'discarded'))
  if (states.has('replaced') || states.size > 1 || parts.some(({ own }) => own !== null)) return refuse('successors-changed')
  const given = parts.filter(stands).map((part): Commitment => ({
    ...part,
    state: 'discarded',
    decision: { kind: 'discarded', ...act, reason: 'duplicate' },
    version: part.version + 1,
  }))
  return accept([{ ...restored, state: states.has('confirmed') ? 'confirmed' : 'draft', replacedBy: [] }, ...given])
}

/** The one it was merged into keeps covering only what is still merged into it. */
function unmerge(restored: Commitment, { all, text }: RestoreFacts): Outcome<readonly Commitment[], RestoreRefusal> {
  const kept = all.find(({ id }) => restored.replacedBy.includes(id))
  if (kept?.state === 'replaced') return refuse('successors-changed')
  const state = kept?.state === 'confirmed' ? 'confirmed' : 'draft'
  const back: Commitment = { ...restored, state, replacedBy: [] }
  if (kept === undefined || !stands(kept) || kept.own === null) return accept([back])
  const others = mergedInto(kept, all).filter(({ id }) => id !== restored.id)
  const own = ownQuote(kept)
  const quote = others.length === 0 ? { ...own, own: null } : covering({ ...kept, ...own }, others, text)
  return accept([back, { ...kept, ...quote, version: kept.version + 1 }])
}

function asRead(restored: Commitment, { all, answers, frame }: RestoreFacts, act: Act): Outcome<readonly Commitment[], RestoreRefusal> {
  if (restored.original === null && restored.own === null) return refuse('nothing-to-restore')
  const { original } = restored
  const read = original === null ? restored : answers.reduce(answeredAgain, { ...restored, reading: original, basis: [] })
  const limited = withImmediateLimit(read, frame, { by: act.by, at: act.at })
  const others = restored.own === null ? [] : mergedInto(restored, all)
  return accept([
    { ...limited, ...ownQuote(restored), own: null },
    ...others.map((other): Commitment => ({
      ...other,
      state: restored.state,
      replacedBy: [],
      decision: { kind: 'restored', ...act },
      version: other.version + 1,
    })),
  ])
}

/** An answer that no longer fits the reading is left out, as if it had not been given. */
function answeredAgain(commitment: Commitment, { answer, code, by, at }: GivenAnswer): Commitment {
  const answered = withAnswer(commitment, code, answer, { by, at })
  return answered.ok ? answered.value : commitment
}

function mergedInto(kept: Commitment, all: readonly Commitment[]): readonly Commitment[] {
  return all.filter(({ state, replacedBy }) => state === 'replaced' && replacedBy.length === 1 && replacedBy[0] === kept.id)
}
