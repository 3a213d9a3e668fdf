import { refuse } from '#core/outcome/outcome.ts'
import { isRunning, tallyOf } from '#core/plan-batch/plan-batch.ts'
import { unfinishedStates } from '#core/plan/plan-import.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Files } from '#server/files/store.ts'
import { clearBytes, discardFile } from '#server/files/stored-file.ts'
import { endImport } from '#server/import/end-import.ts'
import { lockImport } from '#server/import/lock-import.ts'
import { loadBatchFiles, lockBatch } from '#server/plan-batch/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Which {
  readonly id: string
}

/** Says that no more files come from the sender. */
export async function finishBatch(context: Context, { id }: Which): Promise<Which> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('plan:import')
    const before = await lockBatch(tx, actor.jurisdictionId, id)
    if (before.state !== 'receiving') accepted(refuse('batch-over'))
    await setState(tx, context, id, { state: 'received' })
    await record({
      verb: 'plan-batch.finish',
      subject: { kind: 'plan-batch', id },
      before: { state: before.state },
      after: { state: 'received' },
    })
    return { id }
  })
}

/** 取消: what is done stands; what waits or is being read is dropped with its file. */
export async function cancelBatch(context: Context & { readonly files: Files }, { id }: Which): Promise<Which> {
  const discarded = await change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:import')
    const before = await lockBatch(tx, jurisdictionId, id)
    const files = await loadBatchFiles(tx, jurisdictionId, id)
    if (!isRunning(before.state, tallyOf(files.map(({ result }) => result)))) accepted(refuse('batch-over'))
    const hashes: (string | null)[] = []
    let dropped = 0
    for (const { importId, result } of files) {
      if (importId === null || (result !== 'waiting' && result !== 'reading')) continue
      const imported = await lockImport(tx, jurisdictionId, importId)
      if (!unfinishedStates.some((state) => state === imported.state)) continue
      hashes.push(await endImport(tx, context, imported, 'cancelled', null))
      dropped += 1
    }
    await setState(tx, context, id, { state: 'cancelled', archiveFileId: null })
    if (before.archiveFileId !== null) hashes.push(await discardFile(tx, { actor }, before.archiveFileId))
    await record({ verb: 'plan-batch.cancel', subject: { kind: 'plan-batch', id }, before: { state: before.state }, after: { dropped } })
    return hashes
  })
  for (const sha256 of new Set(discarded)) if (sha256 !== null) await clearBytes(context, context.files, sha256)
  return { id }
}

interface Columns {
  readonly state: 'received' | 'failed' | 'cancelled'
  readonly archiveFileId?: null
  readonly expected?: number
  readonly leftOut?: number
  readonly error?: string
}

/** Notes how far a batch has come, in the transaction of a verb. */
export async function setState(tx: Tx, { actor, now }: Context, id: string, columns: Columns): Promise<void> {
  await tx
    .updateTable('planBatch')
    .set({ ...columns, changedAt: now })
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .execute()
}
