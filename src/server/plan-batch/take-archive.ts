import type * as z from 'zod'
import type { ArchiveTaken } from '#contract/plan-batch.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { storeFile } from '#server/files/stored-file.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { planBatchJob } from '#server/plan-batch/job.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 批量导入 of an archive: keeps it until a job has unpacked it. */
export async function takeArchive(
  context: Context & { readonly jobs: Jobs },
  file: ReceivedFile,
  name: string,
): Promise<z.infer<typeof ArchiveTaken>> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('plan:import')
    const id = context.newId()
    const archiveFileId = await storeFile(tx, context, file, name)
    await tx
      .insertInto('planBatch')
      .values({
        jurisdictionId: actor.jurisdictionId,
        id,
        name,
        state: 'unpacking',
        expected: null,
        archiveFileId,
        startedAt: context.now,
        startedBy: actor.accountId,
        startedByName: actor.name,
        changedAt: context.now,
      })
      .execute()
    await context.jobs.send(tx, context, planBatchJob, { batchId: id })
    await record({ verb: 'plan-batch.begin', subject: { kind: 'plan-batch', id }, after: { name, bytes: file.bytes, sha256: file.sha256 } })
    return { id }
  })
}
