import type { Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import { carryOver } from '#core/plan/carry-over.ts'
import { updateCommitments } from '#server/commitment/update.ts'
import { accepted } from '#server/plan/accepted.ts'
import { loadCandidates } from '#server/plan/carry-list.ts'
import { lockPlan } from '#server/plan/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 结转: what a person chose of a plan goes on in a later one; it stays the same commitment, so nothing is entered twice. */
export async function carryOverPlan(
  context: Context,
  input: { readonly planId: string; readonly into: string; readonly commitments: readonly CommitmentId[] },
): Promise<readonly Commitment[]> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:confirm')
    // always in one order: two that carry over crosswise do not wait for each other
    const [first, second] = [input.planId, input.into].toSorted()
    const locked = [await lockPlan(tx, jurisdictionId, first ?? ''), await lockPlan(tx, jurisdictionId, second ?? '')]
    const [plan, into] = locked[0]?.id === input.planId ? locked : locked.toReversed()
    if (plan === undefined || into === undefined) throw new Error('both plans are locked')
    const candidates = await loadCandidates(tx, jurisdictionId, plan.id)
    const by = { by: actor.name, at: context.now }
    const carried = accepted(carryOver({ frame: plan.frame, candidates }, into, input.commitments, by))
    await updateCommitments(tx, jurisdictionId, plan, carried, context.now)
    for (const after of carried) {
      const before = candidates.find(({ commitment }) => commitment.id === after.id)?.commitment ?? null
      await record({ verb: 'commitment.carry-over', subject: { kind: 'commitment', id: after.id }, before, after })
    }
    const refs = carried.map(({ id, ref }) => ({ id, ref }))
    await record({ verb: 'plan.carry-over', subject: { kind: 'plan', id: plan.id }, after: { into: into.id, commitments: refs } })
    return carried
  })
}
