import { isDeepStrictEqual } from 'node:util'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Standing } from '#core/ledger/standing.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { wrongCounts } from '#server/ledger/evidence-count.ts'
import { standsOn } from '#server/ledger/standing.ts'
import { CURRENT, STANDING_COLUMNS, standingIn } from '#server/ledger/standing-rows.ts'
import { loadLightSetting } from '#server/light/load.ts'

/** Tells of a commitment with all its occurrences whether its kept standing is the one that follows from them. */
export async function checkStandings(
  tx: Tx,
  jurisdictionId: string,
  asOf: Day,
  only: readonly CommitmentId[],
): Promise<(commitment: CommitmentId, terms: Terms | null, occurrences: readonly Occurrence[]) => boolean> {
  const { thresholds } = await loadLightSetting(tx, jurisdictionId)
  const rows = await tx
    .selectFrom('ledgerStanding')
    .select(['commitmentId', ...STANDING_COLUMNS])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('edition', '=', CURRENT)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(only))))
    .execute()
  const kept = new Map<CommitmentId, Standing | null>()
  for (const { commitmentId, ...row } of rows) kept.set(CommitmentId.parse(commitmentId), standingIn(row))
  const wrong = new Set((await wrongCounts(tx, jurisdictionId, only)).map(({ id }) => id))
  return (commitment, terms, occurrences) =>
    !wrong.has(commitment) &&
    isDeepStrictEqual(kept.get(commitment) ?? null, terms === null ? null : standsOn(terms, occurrences, asOf, thresholds))
}
