import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Tx } from '#server/db/connect.ts'

/** The commitments for which people ruled on some records. */
export async function rulingCommitments(tx: Tx, jurisdictionId: string, records: readonly string[]): Promise<readonly CommitmentId[]> {
  if (records.length === 0) return []
  const rows = await tx
    .selectFrom('ruling')
    .select('commitmentId')
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('recordId', '=', eb.fn.any(eb.val([...records]))))
    .execute()
  return rows.map(({ commitmentId }) => CommitmentId.parse(commitmentId))
}
