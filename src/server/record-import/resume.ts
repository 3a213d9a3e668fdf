import type { Db } from '#server/db/connect.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { recordImportJob } from '#server/record-import/job.ts'

/** Takes up again the imports that a crash has interrupted: nothing of them was kept. */
export async function resumeRecordImports({ db, jobs }: { readonly db: Db; readonly jobs: Jobs }): Promise<void> {
  const jurisdictions = await db.selectFrom('jurisdiction').select('id').execute()
  for (const { id: jurisdictionId } of jurisdictions)
    await db.transaction().execute(async (tx) => {
      const unfinished = await tx
        .selectFrom('recordImport')
        .select(['id', 'startedBy'])
        .where('jurisdictionId', '=', jurisdictionId)
        .where('state', 'in', ['queued', 'applying'])
        .orderBy('changedAt')
        .execute()
      for (const { id, startedBy } of unfinished)
        await jobs.resume(tx, { actor: { accountId: startedBy, jurisdictionId }, requestId: id }, recordImportJob, { importId: id })
    })
}
