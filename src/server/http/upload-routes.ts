import type { UploadRoute } from '#server/http/upload.ts'
import { takePopulation } from '#server/draw/take.ts'
import { takeEvidence } from '#server/evidence/take-file.ts'
import { startImport } from '#server/import/start-import.ts'
import { takeRecordSheet } from '#server/record-import/take-sheet.ts'
import { takeSheet } from '#server/org/take-sheet.ts'
import { takeSubLedger } from '#server/reconciliation/take.ts'

/** Every route that takes a file. They stand beside the contract, which describes JSON only. */
export const uploadRoutes: readonly UploadRoute[] = [
  { path: '/imports', permission: 'plan:import', take: startImport },
  { path: '/evidence', permission: 'evidence:add', take: takeEvidence, isEvidence: true },
  { path: '/record-imports', permission: 'record:import', take: takeRecordSheet },
  { path: '/organisation/imports', permission: 'organisation:import', take: takeSheet },
  { path: '/reconciliations', permission: 'reconciliation:take', take: takeSubLedger },
  { path: '/draws', permission: 'draw:run', take: takePopulation },
]
