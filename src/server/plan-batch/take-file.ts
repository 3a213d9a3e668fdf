import type * as z from 'zod'
import type { FileTaken } from '#contract/plan-batch.ts'
import { takeOneMore } from '#core/plan-batch/plan-batch.ts'
import { unfinishedStates } from '#core/plan/plan-import.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockContent } from '#server/files/stored-file.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { queueImport } from '#server/import/start-import.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import type { JournalEntry } from '#server/journal/record.ts'
import { lockBatch } from '#server/plan-batch/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Taken = z.infer<typeof FileTaken>
type Worker = Context & { readonly jobs: Jobs }

const LONGEST_PATH = 1000

/** One file of a batch, from its sender. `path`: where it stands in the folder that is sent. */
export async function takeBatchFile(
  context: Worker,
  file: ReceivedFile,
  name: string,
  { id = '', path = name }: Readonly<Record<string, string>>,
): Promise<Taken> {
  return takeInto(context, id, { path: cleanPath(path, name), name, file })
}

/** A path as it is listed: without control characters, its end where it is long. */
function cleanPath(path: string, name: string): string {
  return (
    path
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .slice(-LONGEST_PATH) || name
  )
}

/** What is taken into a batch: a file, or why there is none. */
export type Offered = { readonly path: string } & (
  | { readonly name: string; readonly file: ReceivedFile }
  | { readonly error: { readonly code: string; readonly params: Readonly<Record<string, string>> } }
)

/** Takes one file into a batch: queues its import, unless the same bytes were imported before. A path that was taken already is left as it is. */
export async function takeInto(context: Worker, batchId: string, offered: Offered): Promise<Taken> {
  const { path } = offered
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:import')
    const batch = await lockBatch(tx, jurisdictionId, batchId)
    const rows = await tx
      .selectFrom('planBatchFile')
      .select('path')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('batchId', '=', batch.id)
      .execute()
    const subject = { kind: 'plan-batch', id: batch.id }
    if (rows.some((row) => row.path === path)) {
      await record({ verb: 'plan-batch.take-again', subject, after: { path } })
      return { path }
    }
    accepted(takeOneMore(batch.state, rows.length))
    const values = { jurisdictionId, batchId: batch.id, path, takenAt: context.now }
    const { columns, entry } = await kept(tx, context, offered)
    await tx
      .insertInto('planBatchFile')
      .values({ ...values, ...columns })
      .execute()
    await record(entry ?? { verb: 'plan-batch.take', subject, after: { path, ...columns } })
    return { path }
  })
}

interface Kept {
  readonly columns: { readonly importId?: string; readonly sameAs?: string; readonly error?: string }
  readonly entry: JournalEntry | null
}

async function kept(tx: Tx, context: Worker, offered: Offered): Promise<Kept> {
  if ('error' in offered) return { columns: { error: JSON.stringify(offered.error) }, entry: null }
  const { jurisdictionId } = context.actor
  await lockContent(tx, jurisdictionId, offered.file.sha256)
  const former = await importOfSameBytes(tx, jurisdictionId, offered.file.sha256)
  if (former !== null) return { columns: { sameAs: former }, entry: null }
  const { importId, entry } = await queueImport(tx, context, offered.file, { name: offered.name, order: 'last' })
  return { columns: { importId }, entry }
}

/** The import that has made, or is about to make, a plan of the same bytes. */
async function importOfSameBytes(tx: Tx, jurisdictionId: string, sha256: string): Promise<string | null> {
  const row = await tx
    .selectFrom('storedFile')
    .innerJoin('planImport', (join) =>
      join.onRef('planImport.jurisdictionId', '=', 'storedFile.jurisdictionId').onRef('planImport.fileId', '=', 'storedFile.id'),
    )
    .select('planImport.id')
    .where('storedFile.jurisdictionId', '=', jurisdictionId)
    .where('storedFile.sha256', '=', sha256)
    .where((eb) => eb.or([eb('planImport.state', 'in', [...unfinishedStates]), eb('planImport.planId', 'is not', null)]))
    .orderBy('planImport.startedAt')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
