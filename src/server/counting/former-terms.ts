import { sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Instant } from '#core/day/day.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Tx } from '#server/db/connect.ts'

// the column holds what core made: it is taken as it is
const termsColumn = z.custom<Terms | null>()

/** Keeps how a commitment is counted from an instant on, as it is saved, beside how it was before. */
export async function keepTerms(
  tx: Tx,
  jurisdictionId: string,
  { commitment, knownFrom }: { readonly commitment: CommitmentId; readonly knownFrom: Instant },
): Promise<void> {
  await tx
    .insertInto('formerTerms')
    .columns(['jurisdictionId', 'commitmentId', 'knownFrom', 'terms', 'counting'])
    .expression((eb) =>
      eb
        .selectFrom('counting')
        .select(['jurisdictionId', 'commitmentId', sql<string>`${knownFrom}::timestamptz`.as('from'), 'terms'])
        .select(sql`to_jsonb(counting)`.as('row'))
        .where('jurisdictionId', '=', jurisdictionId)
        .where('commitmentId', '=', commitment),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'commitmentId', 'knownFrom'])
        .doUpdateSet((eb) => ({ terms: eb.ref('excluded.terms'), counting: eb.ref('excluded.counting') })),
    )
    .execute()
}

/** The terms of every commitment that computed at an instant (or of `only` these), as they were then. */
export async function loadFormerTerms(
  tx: Tx,
  jurisdictionId: string,
  knownAt: Instant,
  only: readonly CommitmentId[] | null = null,
): Promise<readonly Terms[]> {
  const rows = await tx
    .selectFrom('formerTerms')
    .distinctOn('commitmentId')
    .select(['commitmentId', 'terms'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('knownFrom', '<=', knownAt)
    .$if(only !== null, (query) => query.where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val([...(only ?? [])])))))
    .orderBy('commitmentId')
    .orderBy('knownFrom', 'desc')
    .execute()
  return rows.flatMap((row) => {
    const terms = termsColumn.parse(row.terms)
    return terms === null ? [] : [terms]
  })
}
