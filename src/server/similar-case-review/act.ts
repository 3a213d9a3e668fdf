import type { SimilarCaseView } from '#contract/similar-case-review.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import type { Pack } from '#core/pack/pack.ts'
import { actOnAnswer, endReview } from '#core/similar-case-review/decisions.ts'
import { owesAnswer } from '#core/similar-case-review/review.ts'
import { recordSight } from '#server/access/records.ts'
import { findEvidence } from '#server/evidence/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { lockAnswer, saveStep } from '#server/similar-case-review/save.ts'
import { loadAnswers, lockReview } from '#server/similar-case-review/stored.ts'
import { partyOf, viewOf } from '#server/similar-case-review/view.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface OfUnit {
  readonly id: string
  readonly org: string
  /** Of the answer that was seen. */
  readonly version: number
}

/** 答复: the unit says what it found with itself, or that it found nothing, each with proof. */
export async function answerReview(
  context: Context & { readonly packs: readonly Pack[] },
  input: OfUnit & { readonly outcome: 'found' | 'not-found'; readonly words: string; readonly proofs: readonly EvidenceId[] },
): Promise<SimilarCaseView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('similar-case:answer')
    const { id, org, outcome, words } = input
    const { jurisdictionId } = actor
    const seen = await scope()
    const { review, answer } = await lockAnswer(tx, seen, input)
    const proofs = [...new Set(input.proofs)]
    const after = accepted(
      actOnAnswer({ review: review.state, answer: answer.state }, outcome, partyOf(review, seen, org), { words, proofs: proofs.length }),
    )
    // nobody takes one back while it becomes a proof
    await tx
      .selectFrom('evidence')
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(proofs))))
      .forKeyShare()
      .execute()
    const files = await findEvidence(tx, await recordSight(tx, seen, context.packs), proofs)
    const unknown = proofs.filter((proof) => !files.has(proof))
    if (unknown.length > 0)
      throw new AppError('INVALID', { fields: unknown.map((proof) => ({ path: ['proofs', proof], code: 'unknown-evidence' })) })
    const named = proofs.map((evidence) => ({ evidence, name: files.get(evidence)?.name ?? '' }))
    await saveStep(tx, context, answer, { kind: outcome, state: after, words, note: words, proofs: named, commitment: null })
    await record({
      verb: 'similar-case.answer',
      subject: { kind: 'similar-case', id },
      before: { unit: answer.orgName, state: answer.state },
      after: { unit: answer.orgName, state: after, words, proofs: named.map(({ name }) => name) },
    })
    return viewOf(tx, seen, actor, context.asOf, id)
  })
}

/** 退回: the proof does not show what is said. */
export async function returnAnswer(context: Context, input: OfUnit & { readonly note: string }): Promise<SimilarCaseView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('similar-case:judge')
    const { id, org, note } = input
    const seen = await scope()
    const { review, answer } = await lockAnswer(tx, seen, input)
    const party = partyOf(review, seen, org)
    const state = accepted(actOnAnswer({ review: review.state, answer: answer.state }, 'return', party, { words: note, proofs: 0 }))
    await saveStep(tx, context, answer, { kind: 'return', state, words: answer.words, note, proofs: [], commitment: null })
    await record({
      verb: 'similar-case.return',
      subject: { kind: 'similar-case', id },
      before: { unit: answer.orgName, state: answer.state },
      after: { unit: answer.orgName, state, note },
    })
    return viewOf(tx, seen, actor, context.asOf, id)
  })
}

/** 办结 or 撤回. */
export async function endTheReview(
  context: Context,
  { id, version, as, note }: { readonly id: string; readonly version: number; readonly as: 'ended' | 'withdrawn'; readonly note: string },
): Promise<SimilarCaseView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('similar-case:judge')
    const { jurisdictionId, accountId, name } = actor
    const seen = await scope()
    const review = await lockReview(tx, seen, id)
    if (review.version !== version) throw new AppError('CONFLICT', { version: review.version })
    const answers = await loadAnswers(tx, jurisdictionId, [id])
    const missing = answers.filter((answer) => owesAnswer(review.state, answer.state)).length
    const asks = seen.seesAll || review.askedBy === accountId
    const state = accepted(endReview(review.state, as, { asks, missing, note }))
    await tx
      .updateTable('similarCaseReview')
      .set({ state, version: version + 1, note, endedAt: context.now, endedByName: name })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    await record({
      verb: 'similar-case.end',
      subject: { kind: 'similar-case', id },
      before: { state: review.state },
      after: { state, note, missing },
    })
    return viewOf(tx, seen, actor, context.asOf, id)
  })
}
