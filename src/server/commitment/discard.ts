import type { Commitment, DiscardReason } from '#core/commitment/commitment.ts'
import { discardCommitment as decide } from '#core/commitment/discard-commitment.ts'
import { loadCommitment } from '#server/commitment/load.ts'
import { updateCommitments } from '#server/commitment/update.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 不列为任务: nothing is owed for the sentence; it stays in the plan and can be restored. */
export async function discardCommitment(
  context: Context,
  input: { readonly planId: string; readonly id: string; readonly version: number; readonly reason: DiscardReason; readonly note: string },
): Promise<readonly Commitment[]> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('commitment:edit')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const before = await loadCommitment(tx, { jurisdictionId, planId: plan.id }, input)
    const after = accepted(decide(before, input.reason, { by: actor.name, at: context.now, note: input.note }))
    await updateCommitments(tx, jurisdictionId, plan, [after], context.now)
    await record({ verb: 'commitment.discard', subject: { kind: 'commitment', id: after.id }, before, after })
    return [after]
  })
}
