import { sql } from 'kysely'
import type { InspectionPromise } from '#contract/inspection.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT, STANDING_COLUMNS, standingIn } from '#server/ledger/standing-rows.ts'

/**
 * Promises of plans by their ids, with what the records say today. To the team and to who sees the ledger all of them (`isWhole`): who is sent to look must know what was
 * promised; to a unit those it sees anyway.
 */
export async function loadPromises(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
  isWhole: boolean,
): Promise<ReadonlyMap<string, InspectionPromise>> {
  if (ids.length === 0) return new Map()
  const { jurisdictionId } = scope
  const rows = await tx
    .selectFrom('ledgerEntry')
    .leftJoin('ledgerStanding', (join) =>
      join
        .on('ledgerStanding.jurisdictionId', '=', jurisdictionId)
        .on('ledgerStanding.edition', '=', CURRENT)
        .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .select(['ledgerEntry.commitmentId', 'ref', 'sentence', 'ledgerStanding.files'])
    .select(STANDING_COLUMNS.map((column) => `ledgerStanding.${column}` as const))
    .select((eb) => sql<boolean>`${isSeenCommitment(tx, scope, eb.ref('ledgerEntry.commitmentId'))}`.as('isSeen'))
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where((eb) => eb('ledgerEntry.commitmentId', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(
    rows
      .filter(({ isSeen }) => isWhole || isSeen)
      .map(({ commitmentId, ref, sentence, files, isSeen, ...row }) => {
        const standing = standingIn(row)
        return [
          commitmentId,
          {
            commitment: CommitmentId.parse(commitmentId),
            ref,
            sentence,
            light: standing?.light ?? null,
            required: standing?.required ?? null,
            actual: standing?.actual ?? null,
            unit: standing?.unit ?? '',
            files: files ?? 0,
            isSeen,
          },
        ]
      }),
  )
}
