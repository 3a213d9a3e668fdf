import { sql } from 'kysely'
import type { Tx } from '#server/db/connect.ts'

/** Lets the transaction sort and group a whole ledger in memory: with PostgreSQL's usual 4 MB, 100,000 entries go through files. */
export async function giveRoomToSort(tx: Tx): Promise<void> {
  await sql`set local work_mem = '64MB'`.execute(tx)
}
