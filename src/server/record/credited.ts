import { sql } from 'kysely'
import type * as z from 'zod'
import type { Credited } from '#contract/record.ts'
import type { RecordId } from '#core/record/record.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Followed } from '#server/occurrence/follow.ts'

type Answer = z.infer<typeof Credited>
type Credits = Pick<Followed, 'commitment' | 'occurrences'>

/** 计入结果: for which of the commitments that are seen a record counts and why, and for which it does not; those it counts for first, in the order of their refs. */
export async function creditedBy(tx: Tx, scope: Scope, record: RecordId, followed: readonly Credits[]): Promise<Answer[]> {
  if (followed.length === 0) return []
  const { jurisdictionId } = scope
  const rows = await tx
    .selectFrom('ledgerEntry')
    .innerJoin('counting', (join) =>
      join
        .onRef('counting.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
        .onRef('counting.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .select(['ledgerEntry.commitmentId', 'ledgerEntry.ref', 'ledgerEntry.sentence'])
    .select(sql<string | null>`counting.terms->'target'->>'unit'`.as('unit'))
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('counting.jurisdictionId', '=', jurisdictionId)
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('ledgerEntry.commitmentId')))
    .where(
      'ledgerEntry.commitmentId',
      'in',
      followed.map(({ commitment }) => commitment),
    )
    .execute()
  const entries = new Map(rows.map((row) => [row.commitmentId, row]))
  const credited = followed.flatMap(({ commitment, occurrences }): Answer[] => {
    const entry = entries.get(commitment)
    if (entry === undefined) return []
    const { ref, sentence, unit } = entry
    const named = { commitment, ref, sentence, unit: unit ?? '', outside: null }
    const found = occurrences.flatMap((occurrence) =>
      occurrence.explanation
        .filter((credit) => credit.record === record)
        .map((credit) => ({ ...named, counts: credit.counts, occurrence: shortOf(occurrence), credit })),
    )
    return found.length > 0 ? found : [{ ...named, counts: false, occurrence: null, credit: null }]
  })
  return credited.toSorted((a, b) => Number(b.counts) - Number(a.counts) || (a.ref < b.ref ? -1 : Number(a.ref > b.ref)))
}

function shortOf({ subject, period, state, required, actual, owed, latestSafeDay }: Credits['occurrences'][number]): Answer['occurrence'] {
  return { subject, period: period.key, from: period.from, to: period.to, state, required, actual, owed, latestSafeDay }
}
