import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { SimilarCaseAnswerState, SimilarCaseState, SimilarCaseStep } from '#core/similar-case-review/review.ts'
import { SimilarCaseSource } from '#core/similar-case-review/source.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { isSeenReview } from '#server/similar-case-review/seen.ts'

const StoredReview = z.object({
  id: z.uuid(),
  version: z.number(),
  state: SimilarCaseState,
  source: SimilarCaseSource,
  found: z.string(),
  words: z.string(),
  minutes: z.number(),
  dueOn: Day,
  reasonOver: z.string(),
  note: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedAt: Instant,
})
export type StoredReview = Readonly<z.infer<typeof StoredReview>>

const StoredAnswer = z.object({
  reviewId: z.uuid(),
  org: z.uuid(),
  orgName: z.string(),
  version: z.number(),
  state: SimilarCaseAnswerState,
  words: z.string(),
  changedAt: Instant,
  commitment: z.object({ id: CommitmentId, ref: z.string() }).nullable(),
})
export type StoredAnswer = Readonly<z.infer<typeof StoredAnswer>>

/** Those that are seen, what waits first, then by day. */
export async function loadReviews(
  tx: Tx,
  scope: Scope,
  { id, limit }: { readonly id?: string; readonly limit: number },
): Promise<readonly StoredReview[]> {
  const rows = await tx
    .selectFrom('similarCaseReview')
    .selectAll()
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where(isSeenReview(scope))
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy((eb) => eb('state', '=', 'open'), 'desc')
    .orderBy('dueOn')
    .orderBy('askedAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ sourceKind: kind, findingId, planId, findingKey, ...row }) => {
    const source = kind === 'inspection-finding' ? { kind, finding: findingId } : { kind, plan: planId, key: findingKey }
    return StoredReview.parse({ ...row, source })
  })
}

/** One, locked with its answers until the transaction ends; NOT_FOUND where there is none, or it is not seen. */
export async function lockReview(tx: Tx, scope: Scope, id: string): Promise<StoredReview> {
  await tx
    .selectFrom('similarCaseReview')
    .select('id')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return oneReview(tx, scope, id)
}

/** One; NOT_FOUND where there is none, or it is not seen. */
export async function oneReview(tx: Tx, scope: Scope, id: string): Promise<StoredReview> {
  const [found] = await loadReviews(tx, scope, { id, limit: 1 })
  if (found === undefined) throw new AppError('NOT_FOUND')
  return found
}

/** Answers of some of them, by name of the unit. */
export async function loadAnswers(tx: Tx, jurisdictionId: string, reviews: readonly string[]): Promise<readonly StoredAnswer[]> {
  const rows = await tx
    .selectFrom('similarCaseAnswer as answer')
    .leftJoin('commitment', (join) =>
      join.onRef('commitment.jurisdictionId', '=', 'answer.jurisdictionId').onRef('commitment.id', '=', 'answer.commitmentId'),
    )
    .select([
      'answer.reviewId',
      'answer.orgId as org',
      'answer.orgName',
      'answer.version',
      'answer.state',
      'answer.words',
      'answer.changedAt',
    ])
    .select(['answer.commitmentId', 'commitment.ref'])
    .where('answer.jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('answer.reviewId', '=', eb.fn.any(eb.val([...reviews]))))
    .orderBy('answer.orgName')
    .execute()
  return rows.map(({ commitmentId, ref, ...row }) =>
    StoredAnswer.parse({ ...row, commitment: commitmentId === null ? null : { id: commitmentId, ref: ref ?? '' } }),
  )
}

/** What was done with the answers of one, by unit. */
export async function loadSteps(tx: Tx, jurisdictionId: string, review: string): Promise<ReadonlyMap<string, readonly SimilarCaseStep[]>> {
  const steps = await tx
    .selectFrom('similarCaseStep')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('reviewId', '=', review)
    .orderBy('ordinal')
    .execute()
  const proofs = await tx
    .selectFrom('similarCaseProof')
    .select(['orgId', 'step', 'evidenceId as evidence', 'name'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('reviewId', '=', review)
    .orderBy('name')
    .execute()
  const of = Map.groupBy(proofs, ({ orgId, step }) => `${orgId} ${step}`)
  return new Map(
    [...Map.groupBy(steps, ({ orgId }) => orgId)].map(([org, some]) => [
      org,
      some.map(({ ordinal, byName, ...step }) => SimilarCaseStep.parse({ ...step, by: byName, proofs: of.get(`${org} ${ordinal}`) ?? [] })),
    ]),
  )
}
