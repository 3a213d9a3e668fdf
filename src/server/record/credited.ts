import type * as z from 'zod'
import type { Credited } from '#contract/record.ts'
import type { RecordId } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Followed } from '#server/occurrence/follow.ts'

/** 计入结果: for which commitments a record counts and why, and for which it does not; those it counts for first, in the order of their refs. */
export async function creditedBy(
  tx: Tx,
  jurisdictionId: string,
  record: RecordId,
  followed: readonly Followed[],
): Promise<z.infer<typeof Credited>[]> {
  if (followed.length === 0) return []
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'ref', 'sentence'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where(
      'commitmentId',
      'in',
      followed.map(({ commitment }) => commitment),
    )
    .execute()
  const entries = new Map(rows.map((row) => [row.commitmentId, row]))
  const credited = followed.flatMap(({ commitment, occurrences }): z.infer<typeof Credited>[] => {
    const { ref = '', sentence = '' } = entries.get(commitment) ?? {}
    const named = { commitment, ref, sentence }
    const found = occurrences.flatMap(({ subject, period, state, owed, explanation }) =>
      explanation
        .filter((credit) => credit.record === record)
        .map((credit) => ({ ...named, counts: credit.counts, occurrence: { subject, period: period.key, state, owed }, credit })),
    )
    return found.length > 0 ? found : [{ ...named, counts: false, occurrence: null, credit: null }]
  })
  return credited.toSorted((a, b) => Number(b.counts) - Number(a.counts) || (a.ref < b.ref ? -1 : Number(a.ref > b.ref)))
}
