import type { Db } from '#server/db/connect.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { planBatchJob } from '#server/plan-batch/job.ts'

/** Takes up again the archives whose unpacking a crash has interrupted; what was taken of them stays. */
export async function resumeBatches({ db, jobs }: { readonly db: Db; readonly jobs: Jobs }): Promise<void> {
  const jurisdictions = await db.selectFrom('jurisdiction').select('id').execute()
  for (const { id: jurisdictionId } of jurisdictions)
    await db.transaction().execute(async (tx) => {
      const unfinished = await tx
        .selectFrom('planBatch')
        .select(['id', 'startedBy'])
        .where('jurisdictionId', '=', jurisdictionId)
        .where('state', '=', 'unpacking')
        .orderBy('startedAt')
        .execute()
      for (const { id, startedBy } of unfinished)
        await jobs.resume(tx, { actor: { accountId: startedBy, jurisdictionId }, requestId: id }, planBatchJob, { batchId: id })
    })
}
