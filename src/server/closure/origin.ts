import type * as z from 'zod'
import type { closure as contract } from '#contract/closure.ts'
import { PlanOrigin, suggestOrigin } from '#core/plan/origin.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type OriginOfPlan = z.output<NonNullable<(typeof contract.setOrigin)['~orpc']['outputSchema']>>

/** Whence each plan came, the newest first; of one alone where its id is given. */
export async function loadOrigins(tx: Tx, jurisdictionId: string, planId: string | null = null): Promise<readonly OriginOfPlan[]> {
  const rows = await tx
    .selectFrom('plan')
    .select(['id', 'title', 'origin'])
    .where('jurisdictionId', '=', jurisdictionId)
    .$if(planId !== null, (query) => query.where('id', '=', planId ?? ''))
    .orderBy('importedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, title, origin }) => ({
    planId: PlanId.parse(id),
    title,
    origin: PlanOrigin.nullable().parse(origin),
    suggested: suggestOrigin(title),
  }))
}

/** 方案来源, as a person says it. What is under way keeps the levels it was asked under. */
export async function setOrigin(
  context: Context,
  { planId, origin }: { readonly planId: PlanId; readonly origin: PlanOrigin | null },
): Promise<OriginOfPlan> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('closure:configure')
    const { jurisdictionId } = actor
    await lockPlan(tx, jurisdictionId, planId)
    const [before] = await loadOrigins(tx, jurisdictionId, planId)
    if (before === undefined) throw new AppError('NOT_FOUND')
    await tx.updateTable('plan').set({ origin }).where('jurisdictionId', '=', jurisdictionId).where('id', '=', planId).execute()
    await record({ verb: 'plan.set-origin', subject: { kind: 'plan', id: planId }, before: { origin: before.origin }, after: { origin } })
    return { ...before, origin }
  })
}
