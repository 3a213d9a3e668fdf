import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'

/** Of some files those that prove an answer of a unit that is looked after, or one that was asked for. */
export async function seenProofs(tx: Tx, { jurisdictionId, accountId, orgs }: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('similarCaseProof as proof')
    .innerJoin('similarCaseReview as review', (join) =>
      join.onRef('review.jurisdictionId', '=', 'proof.jurisdictionId').onRef('review.id', '=', 'proof.reviewId'),
    )
    .select('proof.evidenceId')
    .where('proof.jurisdictionId', '=', jurisdictionId)
    .where('review.jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('proof.evidenceId', '=', eb.fn.any(eb.val([...ids]))))
    .where((eb) => eb.or([eb('review.askedBy', '=', accountId), eb('proof.orgId', '=', eb.fn.any(eb.val([...orgs])))]))
    .execute()
  return new Set(rows.map(({ evidenceId }) => evidenceId))
}

/** Whether a file proves any answer. */
export async function isProof(tx: Tx, jurisdictionId: string, evidence: string): Promise<boolean> {
  const row = await tx
    .selectFrom('similarCaseProof')
    .select('evidenceId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('evidenceId', '=', evidence)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
