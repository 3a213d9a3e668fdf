import { Submission } from '#core/submission/submission.ts'
import { daysOf } from '#core/period-lock/decisions.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import type { Tx } from '#server/db/connect.ts'

/** The last confirmation of each org for a quarter. */
export async function loadConfirmed(tx: Tx, jurisdictionId: string, { year, quarter }: Quarter): Promise<ReadonlyMap<string, Submission>> {
  const rows = await tx
    .selectFrom('submission')
    .selectAll()
    .distinctOn('orgId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('year', '=', year)
    .where('quarter', '=', quarter)
    .orderBy('orgId')
    .orderBy('confirmedAt', 'desc')
    .execute()
  const { to: asOf } = daysOf({ year, quarter })
  return new Map(
    rows.map((row) => [
      row.orgId,
      Submission.parse({
        id: row.id,
        org: row.orgId,
        quarter: { year, quarter },
        asOf,
        rows: row.rowCount,
        done: row.doneCount,
        digest: row.digest,
        by: row.confirmedByName,
        at: row.confirmedAt,
      }),
    ]),
  )
}

/** How many differences of each org's own ledger nobody has settled yet. */
export async function countOpenDifferences(tx: Tx, jurisdictionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('reconciliationDifference')
    .innerJoin('reconciliation', (join) =>
      join
        .onRef('reconciliation.jurisdictionId', '=', 'reconciliationDifference.jurisdictionId')
        .onRef('reconciliation.id', '=', 'reconciliationDifference.reconciliationId'),
    )
    .select('reconciliation.orgId')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('reconciliation.jurisdictionId', '=', jurisdictionId)
    .where('reconciliationDifference.jurisdictionId', '=', jurisdictionId)
    .where('reconciliation.signedAt', 'is', null)
    .where('side', 'is', null)
    .groupBy('reconciliation.orgId')
    .execute()
  return new Map(rows.flatMap(({ orgId, count }) => (orgId === null ? [] : [[orgId, Number(count)]])))
}
