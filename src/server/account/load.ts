import { sql } from 'kysely'
import { Account } from '#core/access/account.ts'
import { markAt } from '#core/access/mark.ts'
import type { Tx } from '#server/db/connect.ts'

/** The accounts of a jurisdiction, the oldest first. Accounts lie outside the jurisdictions' tables: the condition here is what keeps them apart. */
export async function loadAccounts(tx: Tx, jurisdictionId: string): Promise<readonly Account[]> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'login', 'name', 'post', 'initialUntil', 'lockedUntil', 'disabledAt', 'signedInAt', 'clearance'])
    .select(sql<string>`greatest(created_at, signed_in_at, enabled_at)`.as('idleSince'))
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const people = await tx
    .selectFrom('person')
    .select(['id', 'accountId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('accountId', 'is not', null)
    .execute()
  const persons = new Map(people.map(({ id, accountId }) => [accountId, id]))
  return rows.map((row) => Account.parse({ ...row, clearance: markAt(row.clearance), person: persons.get(row.id) ?? null }))
}

/** Locks the accounts of a jurisdiction until the transaction ends, so that the last of the office is never lost to two at once; then loads them. */
export async function lockAccounts(tx: Tx, jurisdictionId: string): Promise<readonly Account[]> {
  await tx.selectFrom('account').select('id').where('jurisdictionId', '=', jurisdictionId).orderBy('id').forUpdate().execute()
  return loadAccounts(tx, jurisdictionId)
}
