import type { InspectionForecast, InspectionView } from '#contract/inspection.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { InspectionPlan } from '#core/inspection/plan.ts'
import { loadBelonging } from '#server/inspection/belonging.ts'
import { forecastOf } from '#server/inspection/burden.ts'
import { checkPlan, rowOf, savePlan } from '#server/inspection/save-plan.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { loadInspection } from '#server/inspection/stored.ts'
import { namesIn, viewOf } from '#server/inspection/view.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'

/** 起草督查方案. */
export async function draftInspection(context: Caller, { plan }: { readonly plan: InspectionPlan }): Promise<InspectionView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:plan')
    const { jurisdictionId, accountId, name } = actor
    const seen = await scope()
    const belonging = await loadBelonging(tx, jurisdictionId, context.asOf)
    const checked = await checkPlan(tx, context, seen, { plan, belonging })
    const id = context.newId()
    await tx
      .insertInto('inspection')
      .values({
        jurisdictionId,
        id,
        version: 1,
        state: 'draft',
        ...rowOf(plan, checked),
        createdBy: accountId,
        createdByName: name,
        createdAt: context.now,
      })
      .execute()
    await savePlan(tx, context, { id, plan, checked })
    await record({ verb: 'inspection.draft', subject: { kind: 'inspection', id }, after: plan })
    return viewOf(tx, seen, context.asOf, id)
  })
}

/** 修改督查方案, until it is filed. */
export async function writePlan(
  context: Caller,
  { id, version, plan }: { readonly id: string; readonly version: number; readonly plan: InspectionPlan },
): Promise<InspectionView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:plan')
    const { jurisdictionId } = actor
    const seen = await scope()
    const { row } = await loadInspection(tx, seen, id, 'update')
    if (row.version !== version) throw new AppError('CONFLICT', { version: row.version })
    if (row.state !== 'draft') accepted(refuse('inspection-state', { state: row.state, act: 'write' }))
    const belonging = await loadBelonging(tx, jurisdictionId, context.asOf)
    const checked = await checkPlan(tx, context, seen, { plan, belonging })
    await tx
      .updateTable('inspection')
      .set({ ...rowOf(plan, checked), version: version + 1 })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    await savePlan(tx, context, { id, plan, checked })
    await record({ verb: 'inspection.write', subject: { kind: 'inspection', id }, after: plan })
    return viewOf(tx, seen, context.asOf, id)
  })
}

/** 测算迎检负担 of a plan that nobody has kept yet. */
export async function forecastPlan(
  context: Caller,
  { id, plan }: { readonly id: string | null; readonly plan: InspectionPlan },
): Promise<InspectionForecast> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('inspection:plan')
    const names = namesIn(await loadBelonging(tx, jurisdictionId, context.asOf))
    return forecastOf(tx, await scope(), { id, plan, names })
  })
}
