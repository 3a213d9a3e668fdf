import type { Insertable } from 'kysely'
import type { Difference, Reconciliation } from '#core/reconciliation/reconciliation.ts'
import type { Tx } from '#server/db/connect.ts'
import type { ReconciliationDifference } from '#server/db/types.gen.ts'
import { inParts } from '#server/org/in-parts.ts'

/** Writes a reconciliation as it now stands, its differences with it. */
export async function saveReconciliation(tx: Tx, jurisdictionId: string, after: Reconciliation): Promise<void> {
  const { id, version, org, asOf, agreeing, signed, differences } = after
  await tx
    .updateTable('reconciliation')
    .set({ version, orgId: org, asOf, agreeing, signedAt: signed?.at ?? null, signedByName: signed?.by ?? null })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('reconciliationDifference').where('jurisdictionId', '=', jurisdictionId).where('reconciliationId', '=', id).execute()
  const rows = differences.map((difference, ordinal) => rowOf(jurisdictionId, id, difference, ordinal))
  for (const some of inParts(rows)) await tx.insertInto('reconciliationDifference').values(some).execute()
}

function rowOf(
  jurisdictionId: string,
  reconciliationId: string,
  { commitment, settled, ...difference }: Difference,
  ordinal: number,
): Insertable<ReconciliationDifference> {
  return {
    jurisdictionId,
    reconciliationId,
    ordinal,
    ...difference,
    commitmentId: commitment,
    side: settled?.side ?? null,
    note: settled?.note ?? null,
    settledByName: settled?.by ?? null,
    settledAt: settled?.at ?? null,
  }
}
