import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Instant } from '#core/day/day.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Tx } from '#server/db/connect.ts'

// the column holds what core made: it is taken as it is
const termsColumn = z.custom<Terms | null>()

/** Keeps what a commitment's definition comes to from an instant on, beside what it came to before. `terms` null: it does not compute. */
export async function keepTerms(
  tx: Tx,
  jurisdictionId: string,
  { commitment, terms, knownFrom }: { readonly commitment: CommitmentId; readonly terms: Terms | null; readonly knownFrom: Instant },
): Promise<void> {
  const columns = { terms: terms === null ? null : JSON.stringify(terms) }
  await tx
    .insertInto('formerTerms')
    .values({ jurisdictionId, commitmentId: commitment, knownFrom, ...columns })
    .onConflict((conflict) => conflict.columns(['jurisdictionId', 'commitmentId', 'knownFrom']).doUpdateSet(columns))
    .execute()
}

/** The terms of every commitment that computed at an instant, as they were then. */
export async function loadFormerTerms(tx: Tx, jurisdictionId: string, knownAt: Instant): Promise<readonly Terms[]> {
  const rows = await tx
    .selectFrom('formerTerms')
    .distinctOn('commitmentId')
    .select(['commitmentId', 'terms'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('knownFrom', '<=', knownAt)
    .orderBy('commitmentId')
    .orderBy('knownFrom', 'desc')
    .execute()
  return rows.flatMap((row) => {
    const terms = termsColumn.parse(row.terms)
    return terms === null ? [] : [terms]
  })
}
