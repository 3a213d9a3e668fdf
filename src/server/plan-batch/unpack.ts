import path from 'node:path'
import { MOST_FILES } from '#core/plan-batch/plan-batch.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { type DocumentEntry, documentEntries } from '#formats/zip/document-entries.ts'
import { isDatabaseAway } from '#server/db/is-away.ts'
import type { Files } from '#server/files/store.ts'
import { clearBytes, discardFile, readStoredFile } from '#server/files/stored-file.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { setState } from '#server/plan-batch/end.ts'
import { loadBatchFiles, lockBatch } from '#server/plan-batch/stored.ts'
import { type Offered, takeInto } from '#server/plan-batch/take-file.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Worker = Context & { readonly files: Files; readonly jobs: Jobs }

/**
 * Unpacks the archive of a batch, one document at a time: each becomes an import of its own. Stands being done twice: what was taken before a crash is not taken
 * again. Stops where the batch was cancelled.
 */
export async function unpackBatch(context: Worker, batchId: string): Promise<void> {
  const content = await loadArchive(context, batchId)
  if (content === null) return
  try {
    const { entries, leftOut } = documentEntries(content)
    if (entries.length > MOST_FILES) {
      const error = { code: 'too-many-files', params: { most: String(MOST_FILES), found: String(entries.length) } }
      return await end(context, batchId, { state: 'failed', error: JSON.stringify(error) })
    }
    const taken = await takenPaths(context, batchId)
    for (const entry of entries) if (!taken.has(entry.name)) await takeEntry(context, batchId, entry)
    await end(context, batchId, { state: 'received', expected: entries.length, leftOut })
  } catch (error) {
    // cancelled while it was unpacked
    if (error instanceof AppError && error.code === 'REFUSED') return
    if (isDatabaseAway(error)) throw error
    await end(context, batchId, { state: 'failed', error: JSON.stringify(errorOf(error)) })
    if (!(error instanceof FormatError)) throw error
  }
}

async function loadArchive(context: Worker, batchId: string): Promise<Uint8Array | null> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:import')
    const row = await tx
      .selectFrom('planBatch')
      .select('archiveFileId')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', batchId)
      .where('state', '=', 'unpacking')
      .executeTakeFirst()
    return row?.archiveFileId == null ? null : (await readStoredFile(tx, { actor }, context.files, row.archiveFileId)).content
  })
}

async function takenPaths(context: Worker, batchId: string): Promise<ReadonlySet<string>> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:import')
    return new Set((await loadBatchFiles(tx, actor.jurisdictionId, batchId)).map(({ path: taken }) => taken))
  })
}

async function takeEntry(context: Worker, batchId: string, entry: DocumentEntry): Promise<void> {
  let offered: Offered
  try {
    const file = await context.files.receive(entry.read())
    offered = { path: entry.name, name: path.posix.basename(entry.name), file }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    offered = { path: entry.name, error: errorOf(error) }
  }
  try {
    await takeInto(context, batchId, offered)
  } finally {
    if ('file' in offered) await offered.file.drop()
  }
}

async function end(context: Worker, batchId: string, columns: Omit<Parameters<typeof setState>[3], 'archiveFileId'>): Promise<void> {
  const sha256 = await change(context, async ({ tx, actor, allow, record }) => {
    allow('plan:import')
    const { archiveFileId, state } = await lockBatch(tx, actor.jurisdictionId, batchId)
    const isOurs = state === 'unpacking'
    if (isOurs) await setState(tx, context, batchId, { ...columns, archiveFileId: null })
    const discarded = isOurs && archiveFileId !== null ? await discardFile(tx, { actor }, archiveFileId) : null
    await record({
      verb: 'plan-batch.finish',
      subject: { kind: 'plan-batch', id: batchId },
      before: { state },
      after: isOurs ? columns : {},
    })
    return discarded
  })
  if (sha256 !== null) await clearBytes(context, context.files, sha256)
}

function errorOf(error: unknown): { readonly code: string; readonly params: Readonly<Record<string, string>> } {
  if (!(error instanceof FormatError)) return { code: 'internal', params: {} }
  return { code: error.code, params: Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, String(value)])) }
}
