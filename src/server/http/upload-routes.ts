import type { UploadRoute } from '#server/http/upload.ts'
import { takePopulation } from '#server/draw/take.ts'
import { takeEvidence } from '#server/evidence/take-file.ts'
import { startImport } from '#server/import/start-import.ts'
import { takeArchive } from '#server/plan-batch/take-archive.ts'
import { takeBatchFile } from '#server/plan-batch/take-file.ts'
import { takeRecordSheet } from '#server/record-import/take-sheet.ts'
import { takeSheet } from '#server/org/take-sheet.ts'
import { takeSubLedger } from '#server/reconciliation/take.ts'

/** An archive of documents is larger than one of them. */
const LARGEST_ARCHIVE = 300 * 1024 ** 2

/** Every route that takes a file. They stand beside the contract, which describes JSON only. */
export const uploadRoutes: readonly UploadRoute[] = [
  { path: '/imports', permission: 'plan:import', take: startImport },
  { path: '/plan-batches/:id/files', permission: 'plan:import', take: takeBatchFile },
  { path: '/plan-batches/archives', permission: 'plan:import', take: takeArchive, largest: LARGEST_ARCHIVE },
  { path: '/evidence', permission: 'evidence:add', take: takeEvidence, isEvidence: true },
  { path: '/record-imports', permission: 'record:import', take: takeRecordSheet },
  { path: '/organisation/imports', permission: 'organisation:import', take: takeSheet },
  { path: '/reconciliations', permission: 'reconciliation:take', take: takeSubLedger },
  { path: '/draws', permission: 'draw:run', take: takePopulation },
]
