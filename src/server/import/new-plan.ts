import { ClauseId, CommitmentId, type Commitment } from '#core/commitment/commitment.ts'
import type { Clause } from '#core/draft/clause.ts'
import type { Draft, DraftCommitment } from '#core/draft/draft.ts'
import type { Question } from '#core/draft/question.ts'
import { placesOf } from '#core/ledger/place.ts'
import { PlanId } from '#core/plan/plan.ts'
import { textOf } from '#core/text/span.ts'
import type { Standing } from '#server/commitment/insert.ts'
import type { ReadPlan } from '#server/import/read-plan.ts'

/** A draft as it is saved: ids of its own for everything in it, commitments with their place in the ledger. */
export interface NewPlan {
  readonly id: PlanId
  readonly title: string
  readonly clauses: readonly (Omit<Clause, 'id' | 'parent'> & { readonly id: ClauseId; readonly parent: ClauseId | null })[]
  /** Those that others are part of come first. */
  readonly commitments: readonly { readonly commitment: Commitment; readonly standing: Standing }[]
  readonly questions: readonly Question[]
}

/** Gives a draft ids. Throws where it refers to something it does not hold: a bug of the compiler. */
export function newPlan({ document, draft }: ReadPlan, newId: () => string): NewPlan {
  const id = PlanId.parse(newId())
  const clauseIds = new Map(draft.clauses.map((clause) => [clause.id, ClauseId.parse(newId())]))
  const commitmentIds = new Map(draft.commitments.map((commitment) => [commitment.id, CommitmentId.parse(newId())]))
  const clauses = draft.clauses.map((clause) => ({
    ...clause,
    id: found(clauseIds, clause.id),
    parent: clause.parent === null ? null : found(clauseIds, clause.parent),
  }))
  const places = placesOf(clauses, document.text)
  const commitments = draft.commitments.map((drafted, index) => {
    const clause = found(clauseIds, drafted.clause)
    const commitment = {
      ...commitmentFrom(drafted, document.text),
      id: found(commitmentIds, drafted.id),
      clause,
      within: drafted.within === null ? null : found(commitmentIds, drafted.within),
    }
    return { commitment, standing: { planId: id, planTitle: draft.title, ordinal: ordinalOf(index), place: found(places, clause) } }
  })
  const questions = draft.questions.map((question) => ({
    ...question,
    id: newId(),
    commitments: question.commitments.map((asked) => found(commitmentIds, asked)),
  }))
  return { id, title: draft.title, clauses, commitments: partsLast(commitments, draft), questions }
}

function commitmentFrom({ ref, span, sentence, reading }: DraftCommitment, text: string): Omit<Commitment, 'id' | 'clause' | 'within'> {
  return {
    ref,
    span,
    sentence,
    text: textOf(text, span),
    state: 'draft',
    replacedBy: [],
    own: null,
    reading,
    original: reading,
    decision: null,
    basis: [],
    version: 1,
  }
}

/** The order of the plan as text; what is added before the first stands behind 000000. */
function ordinalOf(index: number): string {
  return String(index + 1).padStart(6, '0')
}

/** By how deep they are nested (其中), so that what others refer to is saved before them. */
function partsLast(commitments: NewPlan['commitments'], draft: Draft): NewPlan['commitments'] {
  const within = new Map(draft.commitments.map((commitment) => [commitment.id, commitment.within]))
  const depths = draft.commitments.map(({ id }) => {
    let depth = 0
    for (let above = within.get(id); above != null && depth <= commitments.length; above = within.get(above)) depth += 1
    return depth
  })
  return commitments
    .map((entry, index) => ({ entry, depth: depths[index] ?? 0 }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ entry }) => entry)
}

function found<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the draft holds no ${String(key)}`)
  return value
}
