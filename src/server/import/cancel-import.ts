import { cancelImport as decide } from '#core/plan/plan-import.ts'
import type { Files } from '#server/files/store.ts'
import { clearBytes } from '#server/files/stored-file.ts'
import { endImport } from '#server/import/end-import.ts'
import { lockImport } from '#server/import/lock-import.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 取消导入: its file goes, and whoever is reading it stops. */
export async function cancelImport(context: Context & { readonly files: Files }, input: { readonly id: string }): Promise<void> {
  const sha256 = await change(context, async ({ tx, actor, allow, record }) => {
    allow('plan:import')
    const before = await lockImport(tx, actor.jurisdictionId, input.id)
    const state = accepted(decide(before.state))
    const discarded = await endImport(tx, context, before, state, null)
    await record({ verb: 'import.cancel', subject: { kind: 'import', id: before.id }, before, after: { state } })
    return discarded
  })
  if (sha256 !== null) await clearBytes(context, context.files, sha256)
}
