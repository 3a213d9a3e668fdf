import { Instant } from '#core/day/day.ts'
import type { Moment } from '#core/moment/moment.ts'
import { PlanId, type PlanSummary } from '#core/plan/plan.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment, isSeenPlan } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { readMoment } from '#server/moment/read-moment.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 方案列表 as of a moment, the newest first. */
export async function listPlans(context: Context, moment: Moment): Promise<PlanSummary[]> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('plan:read')
    return summaries(readMoment(tx, context, moment), await scope(), null)
  })
}

/** The plans that are seen with what is left to do, the newest first; one alone, where its id is given. Only commitments that are seen are counted. */
export async function summaries(tx: Tx, scope: Scope, planId: string | null): Promise<PlanSummary[]> {
  const { jurisdictionId } = scope
  const rows = await tx
    .selectFrom('plan')
    .innerJoin('planDocument as document', (join) =>
      join
        .onRef('document.jurisdictionId', '=', 'plan.jurisdictionId')
        .onRef('document.planId', '=', 'plan.id')
        .on((eb) =>
          eb(
            'document.revision',
            '=',
            eb
              .selectFrom('planDocument as latest')
              .select(({ fn }) => fn.max('latest.revision').as('revision'))
              .where('latest.jurisdictionId', '=', jurisdictionId)
              .whereRef('latest.planId', '=', 'plan.id'),
          ),
        ),
    )
    .select((eb) => [
      'plan.id',
      'plan.title',
      'document.fileName',
      'document.revision',
      'plan.importedAt',
      'plan.importedByName',
      eb
        .selectFrom('commitment')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('commitment.jurisdictionId', '=', jurisdictionId)
        .whereRef('commitment.planId', '=', 'plan.id')
        .where('commitment.state', 'in', scope.seesAll ? ['draft', 'confirmed'] : ['confirmed'])
        .where((row) => isSeenCommitment(tx, scope, row.ref('commitment.id'), 'confirmed'))
        .as('commitments'),
      eb
        .selectFrom('commitment')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('commitment.jurisdictionId', '=', jurisdictionId)
        .whereRef('commitment.planId', '=', 'plan.id')
        .where('commitment.state', '=', 'confirmed')
        .where((row) => isSeenCommitment(tx, scope, row.ref('commitment.id'), 'confirmed'))
        .as('confirmed'),
      eb
        .selectFrom('question')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('question.jurisdictionId', '=', jurisdictionId)
        .whereRef('question.planId', '=', 'plan.id')
        .where('question.answer', 'is', null)
        .$if(!scope.seesAll, (query) => query.where((row) => row.lit(false)))
        .as('openQuestions'),
    ])
    .where('plan.jurisdictionId', '=', jurisdictionId)
    .where((eb) => isSeenPlan(tx, scope, eb.ref('plan.id')))
    .$if(planId !== null, (query) => query.where('plan.id', '=', planId ?? ''))
    .orderBy('plan.importedAt', 'desc')
    .orderBy('plan.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: PlanId.parse(row.id),
    title: row.title,
    fileName: row.fileName,
    revision: row.revision,
    importedAt: Instant.parse(row.importedAt),
    importedBy: row.importedByName,
    commitments: Number(row.commitments),
    confirmed: Number(row.confirmed),
    openQuestions: Number(row.openQuestions),
  }))
}
