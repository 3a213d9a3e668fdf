import { proveInclusion } from '#core/journal/merkle-tree.ts'
import type { EntryProof } from '#core/journal/proof.ts'
import type { Tx } from '#server/db/connect.ts'
import { ENTRY_COLUMNS, payloadIn, sealedIn } from '#server/journal/entry-rows.ts'
import { loadLastHead } from '#server/journal/lines.ts'
import { journalHash } from '#server/journal/sm3.ts'

/** The proof that an entry stands under the newest head; null where it is not there or not sealed yet. */
export async function proofOf(tx: Tx, jurisdictionId: string, entryId: string): Promise<EntryProof | null> {
  const row = await tx
    .selectFrom('journalEntry')
    .innerJoin('journalLeaf', (join) =>
      join.onRef('journalLeaf.entryId', '=', 'journalEntry.id').on('journalLeaf.jurisdictionId', '=', jurisdictionId),
    )
    .select(['leafIndex', 'payload'])
    .select(ENTRY_COLUMNS.map((column) => `journalEntry.${column}` as const))
    .where('journalEntry.jurisdictionId', '=', jurisdictionId)
    .where('journalEntry.id', '=', entryId)
    .executeTakeFirst()
  const head = await loadLastHead(tx, jurisdictionId)
  if (!row || head === null) return null
  const leaves = await tx
    .selectFrom('journalLeaf')
    .select('leaf')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('leafIndex', '<', String(head.size))
    .orderBy('leafIndex')
    .execute()
  const { publicKey } = await tx.selectFrom('journalKey').select('publicKey').where('key', '=', head.key).executeTakeFirstOrThrow()
  const index = Number(row.leafIndex)
  const path = proveInclusion(
    journalHash,
    leaves.map(({ leaf }) => leaf),
    index,
  )
  return { proof: 'xiaohao-journal-proof/1', entry: sealedIn(row, row.payload), payload: payloadIn(row), index, path, head, publicKey }
}
