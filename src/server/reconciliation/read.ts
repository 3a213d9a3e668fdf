import type * as z from 'zod'
import type { reconciliation } from '#contract/reconciliation.ts'
import { Day, Instant } from '#core/day/day.ts'
import type { Reconciliation } from '#core/reconciliation/reconciliation.ts'
import { loadReconciliation } from '#server/reconciliation/load.ts'
import { isSeenReconciliation } from '#server/reconciliation/scope.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof reconciliation.list)['~orpc']['outputSchema']>>

/** One reconciliation with all its differences. */
export async function getReconciliation(context: Context, { id }: { readonly id: string }): Promise<Reconciliation> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('reconciliation:read')
    return (await loadReconciliation(tx, await scope(), { id })).reconciliation
  })
}

/** All reconciliations that are seen, the last taken first. */
export async function listReconciliations(context: Context): Promise<Listed> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('reconciliation:read')
    const seen = await scope()
    const rows = await tx
      .selectFrom('reconciliation')
      .select(['id', 'fileName', 'orgId', 'asOf', 'signedAt', 'signedByName', 'takenByName', 'takenAt'])
      .select(({ fn }) => fn<number>('jsonb_array_length', ['rows']).as('rowCount'))
      .select((eb) => [
        eb
          .selectFrom('orgTerm')
          .select('name')
          .where('orgTerm.jurisdictionId', '=', jurisdictionId)
          .whereRef('orgTerm.orgId', '=', 'reconciliation.orgId')
          .orderBy('fromDay', 'desc')
          .limit(1)
          .as('orgName'),
        eb
          .selectFrom('reconciliationDifference')
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .where('reconciliationDifference.jurisdictionId', '=', jurisdictionId)
          .whereRef('reconciliationId', '=', 'reconciliation.id')
          .as('differences'),
        eb
          .selectFrom('reconciliationDifference')
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .where('reconciliationDifference.jurisdictionId', '=', jurisdictionId)
          .whereRef('reconciliationId', '=', 'reconciliation.id')
          .where('side', 'is', null)
          .as('open'),
      ])
      .where('reconciliation.jurisdictionId', '=', jurisdictionId)
      .where(isSeenReconciliation(seen))
      .orderBy('takenAt', 'desc')
      .orderBy('id')
      .execute()
    return {
      orgs: seen.seesAll ? null : seen.entersFor,
      items: rows.map((row) => ({
        id: row.id,
        fileName: row.fileName,
        org: row.orgId,
        orgName: row.orgName ?? '',
        asOf: row.asOf === null ? null : Day.parse(row.asOf),
        rows: row.rowCount,
        signed: row.signedAt === null ? null : { by: row.signedByName ?? '', at: Instant.parse(row.signedAt) },
        differences: Number(row.differences),
        open: Number(row.open),
        takenBy: row.takenByName,
        takenAt: Instant.parse(row.takenAt),
      })),
    }
  })
}
