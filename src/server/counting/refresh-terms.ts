import { isDeepStrictEqual } from 'node:util'
import type { Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import type { Instant } from '#core/day/day.ts'
import { standingFor } from '#core/plan/answer-question.ts'
import { PlanFrame } from '#core/plan/plan.ts'
import { touchedKeys } from '#core/occurrence/touched-keys.ts'
import { viewOf } from '#core/occurrence/view.ts'
import type { Definition, OpenCode } from '#core/terms/definition.ts'
import type { Terms } from '#core/terms/terms.ts'
import { termsOf } from '#core/terms/terms-of.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import { keepTerms } from '#server/counting/former-terms.ts'
import { loadCountings, type StoredCounting, termsColumns } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockClock } from '#server/occurrence/clock.ts'
import { recompute } from '#server/occurrence/recompute.ts'
import { loadQuestions } from '#server/question/load.ts'

/** A plan as its commitments stand. */
interface Plan {
  readonly frame: PlanFrame
  readonly commitments: readonly Commitment[]
  readonly questions: Awaited<ReturnType<typeof loadQuestions>>
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
  }
}

/** The terms of one commitment of a plan; none while it is not confirmed. */
export function findTerms(id: CommitmentId, definition: Definition, { frame, commitments, questions }: Plan): Found {
  const commitment = commitments.find((each) => each.id === id)
  if (commitment?.state !== 'confirmed') return { terms: null, open: [] }
  const pending = questions.filter(({ answer, commitments: about }) => answer === null && standingFor(about, commitments).has(id))
  const found = termsOf(
    commitment,
    frame,
    definition,
    pending.map(({ code }) => code),
  )
  if (found.kind === 'terms') return { terms: found.terms, open: [] }
  return { terms: null, open: found.kind === 'needs-definition' ? ['definition'] : found.open }
}

/** After a change to a plan: works out the terms of its defined commitments anew, and all occurrences that follow from those that changed. */
export async function refreshTerms(tx: Tx, jurisdictionId: string, planId: string, now: Instant): Promise<void> {
  const asOf = await lockClock(tx, jurisdictionId)
  const before = await loadCountings(tx, jurisdictionId)
  if (before.length === 0) return
  const plan = await loadPlanGround(tx, jurisdictionId, planId)
  const inPlan = new Set(plan.commitments.map(({ id }) => id))
  const changed: CommitmentId[] = []
  for (const { commitment, definition, terms, open } of before) {
    if (!inPlan.has(commitment)) continue
    const found = findTerms(commitment, definition, plan)
    if (isDeepStrictEqual({ terms, open }, found)) continue
    changed.push(commitment)
    await tx
      .updateTable('counting')
      .set(termsColumns(found.terms, found.open))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', commitment)
      .execute()
    await keepTerms(tx, jurisdictionId, { commitment, terms: found.terms, knownFrom: now })
  }
  await recomputeAfter(tx, jurisdictionId, { asOf, changed, before })
}

/** Works out the occurrences of the commitments whose terms changed, and of those whose rules refer to them. The clock is locked, the terms are saved. */
export async function recomputeAfter(
  tx: Tx,
  jurisdictionId: string,
  {
    asOf,
    changed,
    before,
  }: {
    readonly asOf: Parameters<typeof touchedKeys>[4]
    readonly changed: readonly CommitmentId[]
    readonly before: readonly StoredCounting[]
  },
): Promise<void> {
  if (changed.length === 0) return
  const after = await loadCountings(tx, jurisdictionId)
  const [earlier, later] = [bareView(before), bareView(after)]
  const referring = after.flatMap(({ terms }) =>
    terms !== null && changed.some((commitment) => touchedKeys(terms, { kind: 'terms', commitment }, earlier, later, asOf) === 'all')
      ? [terms.commitment]
      : [],
  )
  await recompute(tx, { jurisdictionId, asOf, only: new Set([...changed, ...referring]) })
}

function bareView(countings: readonly StoredCounting[]) {
  const terms = countings.flatMap((each) => (each.terms === null ? [] : [each.terms]))
  return viewOf({ records: [], rulings: [], roster: EMPTY, calendar: [], terms })
}

const EMPTY = { orgs: [], posts: [], holdings: [], memberships: [], relations: [] }
