import type { CommitmentId } from '#core/commitment/commitment.ts'
import { acceptDemand, type Demand } from '#core/finding-consequence/consequence.ts'
import { similarCaseAspect } from '#core/finding-consequence/words.ts'
import type { Pack } from '#core/pack/pack.ts'
import { actOnAnswer } from '#core/similar-case-review/decisions.ts'
import { enterLedger } from '#server/finding-consequence/enter-ledger.ts'
import { lockFindingsPlan } from '#server/finding-consequence/findings-plan.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { accepted } from '#server/plan/accepted.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { lockAnswer, saveStep } from '#server/similar-case-review/save.ts'
import { oneReview } from '#server/similar-case-review/stored.ts'
import { partyOf } from '#server/similar-case-review/view.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Asked = { readonly id: string; readonly org: string; readonly version: number } & Demand

/** 自查问题列入台账: what a unit found with itself becomes a commitment of its own. */
export async function followAnswer(
  context: Context & { readonly packs: readonly Pack[] },
  { id, org, version, ...demand }: Asked,
): Promise<{ readonly commitment: CommitmentId; readonly ref: string }> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('inspection:follow')
    const seen = await scope()
    await oneReview(tx, seen, id)
    const plan = await lockFindingsPlan(tx, context, Number(context.asOf.slice(0, 4)))
    await lockOccurrences(tx, actor.jurisdictionId, context.asOf)
    const { review, answer } = await lockAnswer(tx, seen, { id, org, version })
    const said = { words: demand.words, proofs: 0 }
    const state = accepted(actOnAnswer({ review: review.state, answer: answer.state }, 'follow', partyOf(review, seen, org), said))
    accepted(acceptDemand(demand, context.asOf))
    const { orgName, words } = answer
    const aspect = similarCaseAspect(dayInShanghai(review.askedAt))
    const source = { kind: 'similar-case', review: id, org } as const
    const commitment = await enterLedger(tx, context, { plan, aspect, finding: words, org, orgName, demand, source }, record)
    await saveStep(tx, context, answer, { kind: 'follow', state, words, note: demand.words, proofs: [], commitment: commitment.id })
    await record({
      verb: 'similar-case.follow',
      subject: { kind: 'similar-case', id },
      before: { unit: orgName, state: answer.state },
      after: { unit: orgName, state, commitment: commitment.ref, dueOn: demand.dueOn },
    })
    return { commitment: commitment.id, ref: commitment.ref }
  })
}
