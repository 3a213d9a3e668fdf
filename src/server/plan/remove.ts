import { CommitmentState } from '#core/commitment/commitment.ts'
import { removePlan as decide } from '#core/plan/remove-plan.ts'
import type { Files } from '#server/files/store.ts'
import { clearBytes, discardFile } from '#server/files/stored-file.ts'
import { accepted } from '#server/plan/accepted.ts'
import { deletePlanRows } from '#server/plan/delete-rows.ts'
import { lockPlan } from '#server/plan/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 移除方案: a plan of which nothing is confirmed goes with its document and file; its import stays as a row. */
export async function removePlan(context: Context & { readonly files: Files }, input: { readonly planId: string }): Promise<void> {
  const discarded = await change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:remove')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const rows = await tx
      .selectFrom('commitment')
      .select('state')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('planId', '=', plan.id)
      .execute()
    accepted(decide(rows.map(({ state }) => CommitmentState.parse(state))))
    const fileIds = await deletePlanRows(tx, jurisdictionId, plan.id, null)
    const hashes = new Set<string>()
    for (const fileId of fileIds) {
      const sha256 = await discardFile(tx, { actor }, fileId)
      if (sha256 !== null) hashes.add(sha256)
    }
    await record({ verb: 'plan.remove', subject: { kind: 'plan', id: plan.id }, before: { title: plan.title, commitments: rows.length } })
    return hashes
  })
  for (const sha256 of discarded) await clearBytes(context, context.files, sha256)
}
