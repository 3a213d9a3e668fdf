import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'

const review = expressionBuilder<DB, 'similarCaseReview'>()

/** The condition that a 举一反三 is seen: by the office, by who asked, and by whoever looks after a unit that is asked. */
export function isSeenReview({ jurisdictionId, seesAll, accountId, orgs }: Scope): Expression<SqlBool> {
  if (seesAll) return review.lit(true)
  return review.or([
    review('similarCaseReview.askedBy', '=', accountId),
    review(
      'similarCaseReview.id',
      'in',
      review
        .selectFrom('similarCaseAnswer')
        .select('reviewId')
        .where('similarCaseAnswer.jurisdictionId', '=', jurisdictionId)
        .where('similarCaseAnswer.orgId', '=', review.fn.any(review.val([...orgs]))),
    ),
  ])
}

/** The 举一反三 that a commitment came from, where it is seen. */
export async function reviewOf(tx: Tx, scope: Scope, commitment: CommitmentId): Promise<string | null> {
  const row = await tx
    .selectFrom('similarCaseReview')
    .innerJoin('similarCaseAnswer', (join) =>
      join
        .onRef('similarCaseAnswer.jurisdictionId', '=', 'similarCaseReview.jurisdictionId')
        .onRef('similarCaseAnswer.reviewId', '=', 'similarCaseReview.id'),
    )
    .select('similarCaseReview.id')
    .where('similarCaseReview.jurisdictionId', '=', scope.jurisdictionId)
    .where('similarCaseAnswer.jurisdictionId', '=', scope.jurisdictionId)
    .where('similarCaseAnswer.commitmentId', '=', commitment)
    .where(isSeenReview(scope))
    .executeTakeFirst()
  return row?.id ?? null
}
