import { drawJob } from '#server/draw/job.ts'
import { runDraw } from '#server/draw/run.ts'
import { planImportJob } from '#server/import/job.ts'
import { runImport } from '#server/import/run-import.ts'
import { jobContext, type JobParts } from '#server/jobs/context.ts'
import { handle, type JobHandler, type Jobs } from '#server/jobs/jobs.ts'
import { ledgerJob } from '#server/ledger/job.ts'
import { runLedgerJob } from '#server/ledger/run-job.ts'
import { loadPacks } from '#server/pack/load-packs.ts'
import { planBatchJob } from '#server/plan-batch/job.ts'
import { unpackBatch } from '#server/plan-batch/unpack.ts'
import { recordImportJob } from '#server/record-import/job.ts'
import { runRecordImport } from '#server/record-import/run.ts'

/** Names of all kinds of job: a queue is made for each. */
export const jobNames: readonly string[] = [planImportJob.name, planBatchJob.name, ledgerJob.name, recordImportJob.name, drawJob.name]

/** Every kind of job with its work: `handle(importPlan, async (data, origin) => importFile(await jobContext(parts, origin), data))`. */
export function makeHandlers(parts: JobParts & { readonly jobs: Jobs }): readonly JobHandler[] {
  let packs: ReturnType<typeof loadPacks> | undefined
  return [
    handle(planImportJob, async ({ importId }, origin) => runImport(await jobContext(parts, origin), importId)),
    handle(planBatchJob, async ({ batchId }, origin) => unpackBatch({ ...(await jobContext(parts, origin)), jobs: parts.jobs }, batchId)),
    handle(recordImportJob, async ({ importId }, origin) =>
      runRecordImport({ ...(await jobContext(parts, origin)), packs: await (packs ??= loadPacks()) }, importId),
    ),
    handle(drawJob, async ({ drawId }, origin) => runDraw(await jobContext(parts, origin), drawId)),
    handle(ledgerJob, async ({ edition }, origin) => runLedgerJob(await jobContext(parts, origin), edition)),
  ]
}
