import type * as z from 'zod'
import type { ImportStarted } from '#contract/plan.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { Tx } from '#server/db/connect.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { storeFile } from '#server/files/stored-file.ts'
import { planImportJob } from '#server/import/job.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import type { JournalEntry } from '#server/journal/record.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 导入: keeps a received file and queues its reading. `name`: as the person called it. */
export async function startImport(
  context: Context & { readonly jobs: Jobs },
  file: ReceivedFile,
  name: string,
): Promise<z.infer<typeof ImportStarted>> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:import')
    const sameAs = await planOfSameBytes(tx, jurisdictionId, file.sha256)
    const { importId, entry } = await queueImport(tx, context, file, { name, order: 'first' })
    await record(entry)
    return { importId, sameAs }
  })
}

interface Queued {
  readonly name: string
  /** Before or behind what waits already: what one person waits for comes before many. */
  readonly order: 'first' | 'last'
}

/** Keeps a file and queues its reading, in the transaction of a verb that records the entry. */
export async function queueImport(
  tx: Tx,
  context: Context & { readonly jobs: Jobs },
  file: ReceivedFile,
  { name, order }: Queued,
): Promise<{ readonly importId: string; readonly entry: JournalEntry }> {
  const { actor, now, newId, jobs } = context
  const fileId = await storeFile(tx, context, file, name)
  const importId = newId()
  await tx
    .insertInto('planImport')
    .values({
      jurisdictionId: actor.jurisdictionId,
      id: importId,
      state: 'queued',
      progress: 0,
      fileId,
      fileName: name,
      planId: null,
      error: null,
      startedBy: actor.accountId,
      startedByName: actor.name,
      startedByPost: actor.post,
      startedAt: now,
      changedAt: now,
    })
    .execute()
  await jobs.send(tx, context, planImportJob, { importId }, order)
  const after = { name, sha256: file.sha256, bytes: file.bytes }
  return { importId, entry: { verb: 'import.start', subject: { kind: 'import', id: importId }, after } }
}

async function planOfSameBytes(tx: Tx, jurisdictionId: string, sha256: string): Promise<z.infer<typeof ImportStarted>['sameAs']> {
  const plan = await tx
    .selectFrom('storedFile')
    .innerJoin('planDocument', (join) =>
      join.onRef('planDocument.jurisdictionId', '=', 'storedFile.jurisdictionId').onRef('planDocument.fileId', '=', 'storedFile.id'),
    )
    .innerJoin('plan', (join) =>
      join.onRef('plan.jurisdictionId', '=', 'planDocument.jurisdictionId').onRef('plan.id', '=', 'planDocument.planId'),
    )
    .select(['plan.id', 'plan.title'])
    .where('storedFile.jurisdictionId', '=', jurisdictionId)
    .where('storedFile.sha256', '=', sha256)
    .orderBy('plan.importedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return plan ? { planId: PlanId.parse(plan.id), title: plan.title } : null
}
