import type { Tx } from '#server/db/connect.ts'
import { discardFile } from '#server/files/stored-file.ts'
import type { LoadedImport } from '#server/import/lock-import.ts'
import type { Context } from '#server/verb/context.ts'

/** Ends an import without a plan: its row stays, its file goes. Gives the hash of the bytes to clear once that is committed. */
export async function endImport(
  tx: Tx,
  { actor, now }: Context,
  { id, fileId }: LoadedImport,
  state: 'failed' | 'cancelled',
  error: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null,
): Promise<string | null> {
  await tx
    .updateTable('planImport')
    .set({ state, progress: 100, fileId: null, error: error === null ? null : JSON.stringify(error), changedAt: now })
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .execute()
  return fileId === null ? null : discardFile(tx, { actor }, fileId)
}
