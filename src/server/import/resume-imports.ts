import { unfinishedStates } from '#core/plan/plan-import.ts'
import type { Db } from '#server/db/connect.ts'
import { planImportJob } from '#server/import/job.ts'
import type { Jobs } from '#server/jobs/jobs.ts'

/** Takes up again what a crash has interrupted. Where another server is at work on one of them, it is done twice and saved once. */
export async function resumeImports({ db, jobs }: { readonly db: Db; readonly jobs: Jobs }): Promise<void> {
  const jurisdictions = await db.selectFrom('jurisdiction').select('id').execute()
  for (const { id: jurisdictionId } of jurisdictions)
    await db.transaction().execute(async (tx) => {
      const unfinished = await tx
        .selectFrom('planImport')
        .select(['id', 'startedBy'])
        .where('jurisdictionId', '=', jurisdictionId)
        .where('state', 'in', unfinishedStates)
        .orderBy('startedAt')
        .execute()
      for (const { id, startedBy } of unfinished)
        await jobs.resume(tx, { actor: { accountId: startedBy, jurisdictionId }, requestId: id }, planImportJob, { importId: id })
    })
}
