import { basisAfter, stands, type Act } from '#core/commitment/act.ts'
import type { ClauseId, Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import { withImmediateLimit } from '#core/plan/immediate.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import { changesBetween, revisedReading } from '#core/revision/revised-reading.ts'
import type { Read } from '#core/revision/side.ts'
import { findWords } from '#core/revision/cite.ts'
import { sentenceAround } from '#core/text/sentence.ts'
import { textOf } from '#core/text/span.ts'

/** What a commitment is put onto: the text of the new document and where it stands there. */
export interface Ground {
  readonly text: string
  readonly frame: PlanFrame
  readonly act: Act
  /** By id of the new document's clause. */
  readonly clauses: ReadonlyMap<string, ClauseId>
  /** By id of the new document's commitment. */
  readonly ids: ReadonlyMap<string, CommitmentId>
}

/** A commitment as the new document has it: it keeps its id, state, answers and what a person decided where the document says what it said. Its number is the document's. */
export function reviseCommitment(commitment: Commitment, next: Read, isChanged: boolean, ground: Ground): Commitment {
  const { text, frame, act } = ground
  const { cited: _, ...rest } = commitment
  const before = commitment.original ?? commitment.reading
  const quote = { span: next.span, sentence: next.sentence, text: textOf(text, next.span) }
  const joined = commitment.own === null ? null : findWords(text, commitment.text, next.span.start)
  const shown = joined === null ? quote : { span: joined, sentence: sentenceAround(text, joined), text: textOf(text, joined) }
  const within = next.within === null ? null : (ground.ids.get(next.within) ?? null)
  const revised: Commitment = {
    ...rest,
    ...shown,
    own: commitment.own === null ? null : quote,
    ref: next.ref,
    clause: ground.clauses.get(next.clause) ?? commitment.clause,
    within: within === commitment.id ? null : within,
    reading: revisedReading(commitment.reading, before, next.reading),
    original: next.reading,
    basis: basisStill(commitment, before, next),
    decision: isChanged && stands(commitment) ? { kind: 'revised', ...act } : commitment.decision,
    version: commitment.version + 1,
  }
  return withImmediateLimit(revised, frame, { by: act.by, at: act.at })
}

/** 口径 that the new wording does not overrule. */
function basisStill(commitment: Commitment, before: Read['reading'], next: Read): Commitment['basis'] {
  const isDefined = before.kind === 'undefined' && next.reading.kind !== 'undefined'
  return basisAfter(commitment.basis, changesBetween(before, next.reading)).filter(({ code }) => !(isDefined && code === 'definition'))
}

/** A commitment that the new document adds. */
export function newCommitment(next: Read, id: CommitmentId, clause: ClauseId, state: 'draft' | 'confirmed', ground: Ground): Commitment {
  const { text, frame, act, ids } = ground
  const made: Commitment = {
    id,
    ref: next.ref,
    clause,
    span: next.span,
    sentence: next.sentence,
    text: textOf(text, next.span),
    within: next.within === null ? null : (ids.get(next.within) ?? null),
    state,
    replacedBy: [],
    own: null,
    reading: next.reading,
    original: next.reading,
    decision: null,
    basis: [],
    version: 1,
  }
  return withImmediateLimit(made, frame, { by: act.by, at: act.at })
}
