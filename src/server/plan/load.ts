import { PlanFrame } from '#core/plan/plan.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

/** A plan as its verbs need it. `text`: of its current document, what all spans refer to. */
export interface LoadedPlan {
  readonly id: string
  readonly title: string
  readonly frame: PlanFrame
  readonly text: string
}

/**
 * Loads a plan for a change and locks it until the transaction ends: changes to one plan and its commitments come one after the other.
 * NOT_FOUND where there is none, also where it is another jurisdiction's.
 */
export async function lockPlan(tx: Tx, jurisdictionId: string, planId: string): Promise<LoadedPlan> {
  const plan = await tx
    .selectFrom('plan')
    .select(['id', 'title', 'frame'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst()
  if (!plan) throw new AppError('NOT_FOUND')
  const { text } = await tx
    .selectFrom('planDocument')
    .select('text')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { id: plan.id, title: plan.title, frame: PlanFrame.parse(plan.frame), text: text }
}
