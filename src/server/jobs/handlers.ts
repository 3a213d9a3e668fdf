import { planImportJob } from '#server/import/job.ts'
import { runImport } from '#server/import/run-import.ts'
import { jobContext, type JobParts } from '#server/jobs/context.ts'
import { handle, type JobHandler } from '#server/jobs/jobs.ts'

/** Names of all kinds of job: a queue is made for each. */
export const jobNames: readonly string[] = [planImportJob.name]

/** Every kind of job with its work: `handle(importPlan, async (data, origin) => importFile(await jobContext(parts, origin), data))`. */
export function makeHandlers(parts: JobParts): readonly JobHandler[] {
  return [handle(planImportJob, async ({ importId }, origin) => runImport(await jobContext(parts, origin), importId))]
}
