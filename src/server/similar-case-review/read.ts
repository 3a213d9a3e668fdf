import type * as z from 'zod'
import type { similarCaseReview as contract, SimilarCaseForecast, SimilarCaseView } from '#contract/similar-case-review.ts'
import type { SimilarCaseSource } from '#core/similar-case-review/source.ts'
import { loadGround } from '#server/similar-case-review/ground.ts'
import { loadAnswers, loadReviews } from '#server/similar-case-review/stored.ts'
import { itemOf, viewOf } from '#server/similar-case-review/view.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>

const MOST = 200

/** 举一反三: what waits first. */
export async function listReviews(context: Context): Promise<Listed> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('similar-case:read')
    const seen = await scope()
    const reviews = await loadReviews(tx, seen, { limit: MOST })
    const ids = reviews.map(({ id }) => id)
    const answers = Map.groupBy(await loadAnswers(tx, seen.jurisdictionId, ids), ({ reviewId }) => reviewId)
    return { asOf: context.asOf, items: reviews.map((review) => itemOf(review, answers.get(review.id) ?? [], seen, context.asOf)) }
  })
}

export async function getReview(context: Context, { id }: { readonly id: string }): Promise<SimilarCaseView> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('similar-case:read')
    return viewOf(tx, await scope(), actor, context.asOf, id)
  })
}

/** Who could be asked, and who need not be. */
export async function forecastReview(
  context: Context,
  { source, words }: { readonly source: SimilarCaseSource; readonly words: string },
): Promise<SimilarCaseForecast> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('similar-case:ask')
    const { found, org, units, warnings } = await loadGround(tx, context, await scope(), source, words)
    return { asOf: context.asOf, found, org, units: [...units], warnings: [...warnings] }
  })
}
