import type { Files } from '#server/files/store.ts'
import { clearBytes, discardFile } from '#server/files/stored-file.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { loadRevision } from '#server/revision/stored.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 撤回新版本: a document that was not applied goes with its file; that it was compared stays. The plan is as it was. */
export async function withdrawRevision(
  context: Context & { readonly files: Files },
  input: { readonly planId: string; readonly id: string },
): Promise<void> {
  const sha256 = await change(context, async ({ tx, actor, allow, record }) => {
    allow('plan:import')
    const { jurisdictionId } = actor
    const { state, fileId, fileName, base } = await loadRevision(tx, jurisdictionId, input, true)
    if (state !== 'open') throw new AppError('CONFLICT', { version: base })
    await tx
      .updateTable('planRevision')
      .set({ state: 'withdrawn', fileId: null, settledAt: context.now, settledByName: actor.name })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', input.id)
      .execute()
    const isKept = fileId !== null && (await isUsed(tx, jurisdictionId, fileId))
    // the import that brought it leads to no file any more
    if (!isKept)
      await tx
        .updateTable('planImport')
        .set({ fileId: null })
        .where('jurisdictionId', '=', jurisdictionId)
        .where('fileId', '=', fileId)
        .execute()
    await record({ verb: 'revision.withdraw', subject: { kind: 'plan', id: input.planId }, before: { id: input.id, fileName, base } })
    return fileId === null || isKept ? null : discardFile(tx, { actor }, fileId)
  })
  if (sha256 !== null) await clearBytes(context, context.files, sha256)
}

/** Whether the file is a document of a plan, or another version waits with it: one that was compared again. */
async function isUsed(tx: Tx, jurisdictionId: string, fileId: string): Promise<boolean> {
  for (const table of ['planDocument', 'planRevision'] as const) {
    const row = await tx
      .selectFrom(table)
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('fileId', '=', fileId)
      .limit(1)
      .executeTakeFirst()
    if (row !== undefined) return true
  }
  return false
}
