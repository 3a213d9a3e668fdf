import { Post } from '#core/access/post.ts'
import type { Db } from '#server/db/connect.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { recordImportJob } from '#server/record-import/job.ts'

/** Queues again the imports that a crash has interrupted: nothing of them was kept. What was still queued has its job. */
export async function resumeRecordImports({ db, jobs }: { readonly db: Db; readonly jobs: Jobs }): Promise<void> {
  const jurisdictions = await db.selectFrom('jurisdiction').select('id').execute()
  for (const { id: jurisdictionId } of jurisdictions)
    await db.transaction().execute(async (tx) => {
      const unfinished = await tx
        .selectFrom('recordImport')
        .select(['id', 'startedBy', 'startedByName', 'startedByPost'])
        .where('jurisdictionId', '=', jurisdictionId)
        .where('state', '=', 'applying')
        .orderBy('changedAt')
        .execute()
      for (const { id, startedBy, startedByName, startedByPost } of unfinished) {
        const actor = { accountId: startedBy, jurisdictionId, name: startedByName, post: Post.parse(startedByPost), person: null }
        await jobs.send(tx, { actor, requestId: id }, recordImportJob, { importId: id }, 'first')
      }
    })
}
