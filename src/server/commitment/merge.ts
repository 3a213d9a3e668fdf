import type { Commitment } from '#core/commitment/commitment.ts'
import { mergeCommitments as decide } from '#core/commitment/merge-commitments.ts'
import { loadCommitment } from '#server/commitment/load.ts'
import { updateCommitments } from '#server/commitment/update.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 合并: the others are replaced by `into`. `versions`: what the caller saw, of `into` first, then of the others in their order. */
export async function mergeCommitments(
  context: Context,
  input: { readonly planId: string; readonly into: string; readonly others: readonly string[]; readonly versions: readonly number[] },
): Promise<readonly Commitment[]> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('commitment:edit')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const before: Commitment[] = []
    for (const [index, id] of [input.into, ...input.others].entries()) {
      const version = input.versions[index]
      if (version === undefined) throw new AppError('INVALID', { fields: [{ path: ['versions'], code: 'too-short' }] })
      before.push(await loadCommitment(tx, { jurisdictionId, planId: plan.id }, { id, version }))
    }
    const [into, ...others] = before
    if (!into) throw new AppError('NOT_FOUND')
    const after = accepted(decide(into, others, plan.text, { by: actor.name, at: context.now, note: '' }))
    await updateCommitments(tx, jurisdictionId, plan, after, context.now)
    await record({ verb: 'commitment.merge', subject: { kind: 'commitment', id: into.id }, before, after })
    return after
  })
}
