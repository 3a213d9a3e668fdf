import type { SimilarCaseAct, SimilarCaseAnswerState } from '#core/similar-case-review/review.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadAnswers, lockReview, type StoredAnswer, type StoredReview } from '#server/similar-case-review/stored.ts'
import type { Context } from '#server/verb/context.ts'

/** The answer of one unit as it was seen, locked with its review. NOT_FOUND where the unit is not asked, or is not seen; CONFLICT where it has moved on. */
export async function lockAnswer(
  tx: Tx,
  scope: Scope,
  { id, org, version }: { readonly id: string; readonly org: string; readonly version: number },
): Promise<{ readonly review: StoredReview; readonly answer: StoredAnswer }> {
  const review = await lockReview(tx, scope, id)
  const isSeen = scope.seesAll || review.askedBy === scope.accountId || scope.orgs.includes(org)
  const answer = (await loadAnswers(tx, scope.jurisdictionId, [id])).find((each) => each.org === org)
  if (answer === undefined || !isSeen) throw new AppError('NOT_FOUND')
  if (answer.version !== version) throw new AppError('CONFLICT', { version: answer.version })
  return { review, answer }
}

/** Keeps what was done with the answer of a unit, and how it stands after it. */
export async function saveStep(
  tx: Tx,
  { actor, now }: Context,
  answer: StoredAnswer,
  step: {
    readonly kind: SimilarCaseAct
    readonly state: SimilarCaseAnswerState
    readonly words: string
    readonly note: string
    readonly proofs: readonly { readonly evidence: string; readonly name: string }[]
    readonly commitment: string | null
  },
): Promise<void> {
  const { jurisdictionId, accountId, name } = actor
  // every step has made one more version of it, which began as the first
  const [ordinal, of] = [answer.version, { jurisdictionId, reviewId: answer.reviewId, orgId: answer.org }]
  await tx
    .updateTable('similarCaseAnswer')
    .set({ version: answer.version + 1, state: step.state, words: step.words, commitmentId: step.commitment, changedAt: now })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('reviewId', '=', answer.reviewId)
    .where('orgId', '=', answer.org)
    .execute()
  await tx
    .insertInto('similarCaseStep')
    .values({ ...of, ordinal, kind: step.kind, account: accountId, byName: name, at: now, note: step.note })
    .execute()
  if (step.proofs.length === 0) return
  await tx
    .insertInto('similarCaseProof')
    .values(step.proofs.map((proof) => ({ ...of, step: ordinal, evidenceId: proof.evidence, name: proof.name })))
    .execute()
}
