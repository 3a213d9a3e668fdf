import { giveClosureFile } from '#server/closure/file.ts'
import { giveDraw } from '#server/draw/export.ts'
import { giveDrawVerifier } from '#server/draw/give-verifier.ts'
import { giveEvidence } from '#server/evidence/give-file.ts'
import { giveJournal } from '#server/journal/give.ts'
import { giveVerifier } from '#server/journal/give-verifier.ts'
import { giveReport, giveReportLedger } from '#server/quarter-report/give-file.ts'
import type { DownloadRoute } from '#server/http/download.ts'

/** Every route that gives a file of any size. They stand beside the contract, which describes JSON only. */
export const downloadRoutes: readonly DownloadRoute[] = [
  { path: '/evidence/:id/file', give: giveEvidence },
  { path: '/journal/export', give: giveJournal },
  { path: '/journal/verifier', give: giveVerifier },
  { path: '/draws/:id/file', give: giveDraw },
  { path: '/closures/:id/file', give: giveClosureFile },
  { path: '/quarter-reports/:id/report', give: giveReport },
  { path: '/quarter-reports/:id/ledger', give: giveReportLedger },
  { path: '/draw-verifier', give: giveDrawVerifier },
]
