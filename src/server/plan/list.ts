import { Instant } from '#core/day/day.ts'
import { PlanId, type PlanSummary } from '#core/plan/plan.ts'
import type { Tx } from '#server/db/connect.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 方案列表, the newest first. */
export async function listPlans(context: Context): Promise<PlanSummary[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:read')
    return summaries(tx, actor.jurisdictionId, null)
  })
}

/** Plans with what is left to do, the newest first; one alone, where its id is given. */
export async function summaries(tx: Tx, jurisdictionId: string, planId: string | null): Promise<PlanSummary[]> {
  const rows = await tx
    .selectFrom('plan')
    .innerJoin('planDocument as document', (join) =>
      join
        .onRef('document.jurisdictionId', '=', 'plan.jurisdictionId')
        .onRef('document.planId', '=', 'plan.id')
        .on('document.revision', '=', 1),
    )
    .select((eb) => [
      'plan.id',
      'plan.title',
      'document.fileName',
      'plan.importedAt',
      'plan.importedByName',
      eb
        .selectFrom('commitment')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('commitment.jurisdictionId', '=', jurisdictionId)
        .whereRef('commitment.planId', '=', 'plan.id')
        .where('commitment.state', 'in', ['draft', 'confirmed'])
        .as('commitments'),
      eb
        .selectFrom('commitment')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('commitment.jurisdictionId', '=', jurisdictionId)
        .whereRef('commitment.planId', '=', 'plan.id')
        .where('commitment.state', '=', 'confirmed')
        .as('confirmed'),
      eb
        .selectFrom('question')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('question.jurisdictionId', '=', jurisdictionId)
        .whereRef('question.planId', '=', 'plan.id')
        .where('question.answer', 'is', null)
        .as('openQuestions'),
    ])
    .where('plan.jurisdictionId', '=', jurisdictionId)
    .$if(planId !== null, (query) => query.where('plan.id', '=', planId ?? ''))
    .orderBy('plan.importedAt', 'desc')
    .orderBy('plan.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: PlanId.parse(row.id),
    title: row.title,
    fileName: row.fileName,
    importedAt: Instant.parse(row.importedAt),
    importedBy: row.importedByName,
    commitments: Number(row.commitments),
    confirmed: Number(row.confirmed),
    openQuestions: Number(row.openQuestions),
  }))
}
