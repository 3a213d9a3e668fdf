import type { Carried } from '#core/commitment/carried.ts'
import type { Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import type { Day, Instant } from '#core/day/day.ts'
import type { Light } from '#core/light/light.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import type { Terms } from '#core/terms/terms.ts'

/** How a commitment stands at its plan's end: what it computes to, if it does, and its light. */
export interface AtEnd {
  readonly commitment: Commitment
  readonly terms: Pick<Terms, 'rhythm'> | null
  readonly light: Light | null
}

/** A commitment that may be carried over, and as what. */
export interface CarryCandidate {
  readonly commitment: Commitment
  readonly kind: Carried['kind']
  readonly dueOn: Day | null
}

/**
 * What is left of a plan when its force ends: 长期坚持 that recurs goes on as `standing`; everything else that is not done, or whose counting is still open, is
 * `unfinished`. What is done stays where it is.
 */
export function carryCandidates(several: readonly AtEnd[], { inForceTo }: PlanFrame): readonly CarryCandidate[] {
  return several.flatMap(({ commitment, terms, light }): CarryCandidate[] => {
    const { state, reading } = commitment
    if (state !== 'confirmed') return []
    const dueOn = reading.deadline?.value ?? dayIn(terms) ?? inForceTo
    const recurs = !['once', 'none'].includes(reading.period.value.unit)
    if (recurs && reading.nature?.value === 'standing') return [{ commitment, kind: 'standing', dueOn }]
    return light === 'done' ? [] : [{ commitment, kind: 'unfinished', dueOn }]
  })
}

function dayIn(terms: AtEnd['terms']): Day | null {
  if (terms?.rhythm.kind === 'once') return terms.rhythm.by
  return terms?.rhythm.to ?? null
}

/** Why nothing can be carried over: the plan has no end, or the other one does not begin later; or one that is chosen is done. */
export type CarryRefusal = 'plan-has-no-end' | 'plan-not-later' | 'not-to-carry'

interface Into {
  readonly id: string
  readonly title: string
  readonly frame: PlanFrame
}

/** 结转: the chosen ones go on in the plan `into`, with the day they were due at first. A person confirms which. */
export function carryOver(
  from: { readonly frame: PlanFrame; readonly candidates: readonly CarryCandidate[] },
  into: Into,
  chosen: readonly CommitmentId[],
  { by, at }: { readonly by: string; readonly at: Instant },
): Outcome<readonly Commitment[], CarryRefusal> {
  const { inForceFrom, inForceTo } = from.frame
  if (inForceTo === null) return refuse('plan-has-no-end')
  if (into.frame.inForceFrom === null || (inForceFrom !== null && into.frame.inForceFrom <= inForceFrom)) return refuse('plan-not-later')
  const byId = new Map(from.candidates.map((candidate) => [candidate.commitment.id, candidate]))
  const carried: Commitment[] = []
  for (const id of new Set(chosen)) {
    const found = byId.get(id)
    if (found === undefined) return refuse('not-to-carry')
    const { commitment, kind, dueOn } = found
    // carried on from year to year it keeps the day it was due at first
    const first = commitment.carried?.dueOn ?? dueOn
    const value: Carried = { into: into.id, title: into.title, kind, dueOn: first, to: into.frame.inForceTo, by, at }
    carried.push({ ...commitment, carried: value, version: commitment.version + 1 })
  }
  return accept(carried)
}
