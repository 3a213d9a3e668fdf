import * as z from 'zod'
import { Difference, Reconciliation } from '#core/reconciliation/reconciliation.ts'
import type { SubLedgerRow } from '#core/reconciliation/sub-ledger.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { isSeenReconciliation } from '#server/reconciliation/scope.ts'

const rowsColumn = z.custom<readonly SubLedgerRow[]>()

/** A reconciliation with the rows of its sheet. `version`: as the caller saw it, CONFLICT where it has moved on; NOT_FOUND where there is none, or it is not seen. */
export async function loadReconciliation(
  tx: Tx,
  scope: Scope,
  asked: { readonly id: string; readonly version?: number },
): Promise<{ readonly reconciliation: Reconciliation; readonly rows: readonly SubLedgerRow[] }> {
  const { jurisdictionId } = scope
  const row = await tx
    .selectFrom('reconciliation')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', asked.id)
    .where(isSeenReconciliation(scope))
    .$if(asked.version !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  if (asked.version !== undefined && row.version !== asked.version) throw new AppError('CONFLICT', { version: row.version })
  const rows = rowsColumn.parse(row.rows)
  const reconciliation = Reconciliation.parse({
    id: row.id,
    version: row.version,
    fileName: row.fileName,
    sha256: row.sha256,
    org: row.orgId,
    orgName: await nameOf(tx, jurisdictionId, row.orgId),
    asOf: row.asOf,
    rows: rows.length,
    agreeing: row.agreeing,
    differences: await loadDifferences(tx, jurisdictionId, row.id),
    signed: row.signedAt === null ? null : { by: row.signedByName ?? '', at: row.signedAt },
  })
  return { reconciliation, rows }
}

async function loadDifferences(tx: Tx, jurisdictionId: string, id: string): Promise<readonly Difference[]> {
  const rows = await tx
    .selectFrom('reconciliationDifference')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('reconciliationId', '=', id)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) =>
    Difference.parse({
      ...row,
      commitment: row.commitmentId,
      settled: row.side === null ? null : { side: row.side, note: row.note, by: row.settledByName, at: row.settledAt },
    }),
  )
}

/** The name an org has now, or had last. */
async function nameOf(tx: Tx, jurisdictionId: string, org: string | null): Promise<string> {
  if (org === null) return ''
  const term = await tx
    .selectFrom('orgTerm')
    .select('name')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('orgId', '=', org)
    .orderBy('fromDay', 'desc')
    .executeTakeFirst()
  return term?.name ?? ''
}
