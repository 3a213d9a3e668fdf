import type { Commitment } from '#core/commitment/commitment.ts'
import { commitmentColumns, entryColumns } from '#server/commitment/columns.ts'
import type { Tx } from '#server/db/connect.ts'

/** Saves commitments that have changed, with their ledger entries. The plan is locked: nobody else changes them meanwhile. */
export async function updateCommitments(tx: Tx, jurisdictionId: string, text: string, commitments: readonly Commitment[]): Promise<void> {
  for (const commitment of commitments) {
    await tx
      .updateTable('commitment')
      .set(commitmentColumns(commitment))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', commitment.id)
      .execute()
    await tx
      .updateTable('ledgerEntry')
      .set(entryColumns(commitment, text))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', commitment.id)
      .execute()
  }
}
