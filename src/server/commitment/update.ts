import type { Commitment } from '#core/commitment/commitment.ts'
import { changingColumns } from '#server/commitment/columns.ts'
import type { Tx } from '#server/db/connect.ts'

/** Saves commitments that have changed. The plan is locked: nobody else changes them meanwhile. */
export async function updateCommitments(tx: Tx, jurisdictionId: string, text: string, commitments: readonly Commitment[]): Promise<void> {
  for (const commitment of commitments)
    await tx
      .updateTable('commitment')
      .set(changingColumns(commitment, text))
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', commitment.id)
      .execute()
}
