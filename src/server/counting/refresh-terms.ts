import { isDeepStrictEqual } from 'node:util'
import { nothingGranted, withGranted } from '#core/change/granted.ts'
import type { Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import type { Day, Instant } from '#core/day/day.ts'
import { standingFor } from '#core/plan/answer-question.ts'
import { PlanFrame } from '#core/plan/plan.ts'
import type { Definition, OpenCode } from '#core/terms/definition.ts'
import { settledBy } from '#core/terms/settled-by.ts'
import type { Terms } from '#core/terms/terms.ts'
import { termsOf } from '#core/terms/terms-of.ts'
import { loadGranted } from '#server/change/granted.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import { keepTerms } from '#server/counting/former-terms.ts'
import { loadCountings, termsColumns } from '#server/counting/load.ts'
import { loadReferring, refreshWatches } from '#server/counting/watch.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockClock } from '#server/occurrence/clock.ts'
import { recompute } from '#server/occurrence/recompute.ts'
import { loadQuestions } from '#server/question/load.ts'

/** A plan as its commitments stand. */
interface Plan {
  readonly frame: PlanFrame
  readonly commitments: readonly Commitment[]
  readonly questions: Awaited<ReturnType<typeof loadQuestions>>
  /** What was granted of them: later days, other numbers. */
  readonly granted: Awaited<ReturnType<typeof loadGranted>>
}

/** What a definition comes to: terms that compute, or what must be said first. */
interface Found {
  readonly terms: Terms | null
  readonly open: readonly OpenCode[]
}

/** Loads what the terms of a plan's commitments follow from. */
export async function loadPlanGround(tx: Tx, jurisdictionId: string, planId: string): Promise<Plan> {
  const { frame } = await tx
    .selectFrom('plan')
    .select('frame')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const where = { jurisdictionId, planId }
  return {
    frame: PlanFrame.parse(frame),
    commitments: await loadCommitments(tx, where),
    questions: await loadQuestions(tx, where),
    granted: await loadGranted(tx, jurisdictionId, { planId }),
  }
}

/** The terms of one commitment of a plan; none while it is not confirmed. */
export function findTerms(id: CommitmentId, definition: Definition, { frame, commitments, questions, granted }: Plan): Found {
  const commitment = commitments.find((each) => each.id === id)
  if (commitment?.state !== 'confirmed') return { terms: null, open: [] }
  const settled = settledBy(definition)
  const pending = questions.filter(
    ({ answer, code, commitments: about }) => answer === null && !settled.has(code) && standingFor(about, commitments).has(id),
  )
  const found = termsOf(
    commitment,
    frame,
    definition,
    pending.map(({ code }) => code),
  )
  if (found.kind === 'terms') return { terms: withGranted(found.terms, granted.get(id) ?? nothingGranted), open: [] }
  return { terms: null, open: found.kind === 'needs-definition' ? ['definition'] : found.open }
}

/** After a change to a plan: works out the terms of its defined commitments anew, and all occurrences that follow from those that changed. */
export async function refreshTerms(tx: Tx, jurisdictionId: string, planId: string, now: Instant): Promise<void> {
  const asOf = await lockClock(tx, jurisdictionId)
  const plan = await loadPlanGround(tx, jurisdictionId, planId)
  const defined = await loadCountings(
    tx,
    jurisdictionId,
    plan.commitments.map(({ id }) => id),
  )
  const changed: CommitmentId[] = []
  for (const { commitment, definition, terms, open } of defined) {
    const found = findTerms(commitment, definition, plan)
    if (isDeepStrictEqual({ terms, open }, found)) continue
    changed.push(commitment)
    await tx
      .updateTable('counting')
      .set(termsColumns(found.terms, found.open))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', commitment)
      .execute()
    await keepTerms(tx, jurisdictionId, { commitment, knownFrom: now })
  }
  await recomputeAfter(tx, jurisdictionId, { asOf, changed })
}

/** Works out the occurrences of the commitments whose terms changed, and of those whose rules refer to them. The clock is locked, the terms are saved. */
export async function recomputeAfter(
  tx: Tx,
  jurisdictionId: string,
  { asOf, changed }: { readonly asOf: Day; readonly changed: readonly CommitmentId[] },
): Promise<void> {
  if (changed.length === 0) return
  const touched = new Set([...changed, ...(await loadReferring(tx, jurisdictionId, changed))])
  await refreshWatches(tx, jurisdictionId, [...touched])
  await recompute(tx, { jurisdictionId, asOf, only: touched })
}
