import { sql } from 'kysely'
import type { LedgerNames } from '#core/access/named.ts'
import type { Tx } from '#server/db/connect.ts'

/** As many jurisdictions are kept at hand. */
const AT_HAND = 200
const kept = new Map<string, { readonly token: string; readonly names: LedgerNames }>()

/** The names that the commitments of a jurisdiction give for those responsible; the same object as long as none was added. */
export async function cachedLedgerNames(tx: Tx, jurisdictionId: string): Promise<LedgerNames> {
  const { token, isOwn } = await tx
    .selectFrom('ledgerName')
    // names are only added: how many there are, and by which transaction the last was, tells two states apart
    .select(sql<string>`count(*) || '/' || coalesce(max(xmin::text::bigint), 0)`.as('token'))
    .select(sql<boolean>`coalesce(bool_or(xmin = pg_current_xact_id_if_assigned()::xid), false)`.as('isOwn'))
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirstOrThrow()
  const found = kept.get(jurisdictionId)
  if (found?.token === token && !isOwn) return found.names
  const names = await loadLedgerNames(tx, jurisdictionId)
  // what this transaction added may never have been
  if (isOwn) return names
  kept.delete(jurisdictionId)
  kept.set(jurisdictionId, { token, names })
  const [oldest] = kept.keys()
  if (kept.size > AT_HAND && oldest !== undefined) kept.delete(oldest)
  return names
}

/** The names that the commitments of a jurisdiction give for those responsible. */
export async function loadLedgerNames(tx: Tx, jurisdictionId: string): Promise<LedgerNames> {
  const rows = await tx.selectFrom('ledgerName').select(['role', 'name']).where('jurisdictionId', '=', jurisdictionId).execute()
  const of = (role: string): readonly string[] => rows.filter((row) => row.role === role).map(({ name }) => name)
  return { unit: of('unit'), leader: of('leader') }
}
