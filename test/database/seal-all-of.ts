import { sealAll } from '#server/journal/sealer.ts'
import type { Signer } from '#server/journal/signer.ts'
import type { TestServer } from '#test/database/test-server.ts'

/** Seals all that was written so far. Other databases of the same cluster may hold the horizon back for a while. */
export async function sealAllOf({ database, clock }: Pick<TestServer, 'database' | 'clock'>, signer: Signer): Promise<void> {
  const unsealed = 'SELECT FROM journal_entry e WHERE NOT EXISTS (SELECT FROM journal_leaf l WHERE l.entry_id = e.id) LIMIT 1'
  do await sealAll({ database, signer, clock: clock.now }, null)
  while ((await database.pool.query(unsealed)).rowCount !== 0)
}
