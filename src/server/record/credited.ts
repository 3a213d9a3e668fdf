import type * as z from 'zod'
import type { Credited } from '#contract/record.ts'
import type { RecordId } from '#core/record/record.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Followed } from '#server/occurrence/follow.ts'

type Answer = z.infer<typeof Credited>
/** 计入结果: for which of the commitments that are seen a record counts and why, and for which it does not; those it counts for first, in the order of their refs. */
export async function creditedBy(tx: Tx, scope: Scope, record: RecordId, followed: readonly Followed[]): Promise<Answer[]> {
  const isSeen = await seenAmong(tx, scope, followed)
  const credited = followed.flatMap(({ commitment, ref, sentence, terms, occurrences }): Answer[] => {
    if (ref === null || sentence === null || !isSeen(commitment)) return []
    const named = { commitment, ref, sentence, unit: terms.target.unit, outside: null }
    const found = occurrences.flatMap((occurrence) =>
      occurrence.explanation
        .filter((credit) => credit.record === record)
        .map((credit) => ({ ...named, counts: credit.counts, occurrence: shortOf(occurrence), credit })),
    )
    return found.length > 0 ? found : [{ ...named, counts: false, occurrence: null, credit: null }]
  })
  return credited.toSorted((a, b) => Number(b.counts) - Number(a.counts) || (a.ref < b.ref ? -1 : Number(a.ref > b.ref)))
}

async function seenAmong(tx: Tx, scope: Scope, followed: readonly Followed[]): Promise<(commitment: string) => boolean> {
  if (scope.seesLedger || followed.length === 0) return () => true
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select('commitmentId')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(followed.map(({ commitment }) => commitment)))))
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('commitmentId')))
    .execute()
  const seen = new Set(rows.map(({ commitmentId }) => commitmentId))
  return (commitment) => seen.has(commitment)
}

function shortOf({ subject, period, state, required, actual, owed, latestSafeDay }: Followed['occurrences'][number]): Answer['occurrence'] {
  return { subject, period: period.key, from: period.from, to: period.to, state, required, actual, owed, latestSafeDay }
}
