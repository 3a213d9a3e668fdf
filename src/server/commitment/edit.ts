import { editCommitment as decide } from '#core/commitment/edit-commitment.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { loadCommitment } from '#server/commitment/load.ts'
import { updateCommitments } from '#server/commitment/update.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 修改: a person reads a commitment otherwise. */
export async function editCommitment(
  context: Context,
  input: {
    readonly planId: string
    readonly id: string
    readonly version: number
    readonly changes: ReadingChanges
    readonly note: string
  },
): Promise<readonly Commitment[]> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('commitment:edit')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const before = await loadCommitment(tx, { jurisdictionId, planId: plan.id }, input)
    const after = accepted(decide(before, input.changes, { by: actor.name, at: context.now, note: input.note }))
    await updateCommitments(tx, jurisdictionId, plan, [after], context.now)
    await record({ verb: 'commitment.edit', subject: { kind: 'commitment', id: after.id }, before, after })
    return [after]
  })
}
