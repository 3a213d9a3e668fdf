import type { Commitment } from '#core/commitment/commitment.ts'
import { restoreCommitment as decide } from '#core/plan/restore-commitment.ts'
import { loadCommitment, loadCommitments } from '#server/commitment/load.ts'
import { updateCommitments } from '#server/commitment/update.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { loadAnswersAbout } from '#server/question/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 恢复: back to the compiler's reading, out of the discarded, or in place of what replaced it. Answers with all that changed. */
export async function restoreCommitment(
  context: Context,
  input: { readonly planId: string; readonly id: string; readonly version: number },
): Promise<readonly Commitment[]> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('commitment:edit')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const where = { jurisdictionId, planId: plan.id }
    const commitment = await loadCommitment(tx, where, input)
    const all = await loadCommitments(tx, where)
    const facts = { all, answers: await loadAnswersAbout(tx, where, commitment, all), frame: plan.frame, text: plan.text }
    const after = accepted(decide(commitment, facts, { by: actor.name, at: context.now, note: '' }))
    const before = all.filter(({ id }) => after.some((changed) => changed.id === id))
    await updateCommitments(tx, jurisdictionId, plan, after, context.now)
    await record({ verb: 'commitment.restore', subject: { kind: 'commitment', id: commitment.id }, before, after })
    return after
  })
}
