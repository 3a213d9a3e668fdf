import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, REFUSED } from '#contract/errors.ts'
import { QuarterQuery } from '#contract/submission.ts'
import { Quarter } from '#core/period-lock/period-lock.ts'
import { QuarterReport, ReportContent, ReportWords } from '#core/quarter-report/quarter-report.ts'

/** `address`: that of the program as its users know it (https://…), for the links behind the figures; null: no links. */
const Address = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[\w.:[\]-]+$/)
  .nullable()

/** A quarter's report as it would be issued now. `progress`: 0 – 99 while its figures are being worked out, and `content` null; `version`: of the office's words. */
export const ReportDraft = z.object({
  progress: z.number().int().nullable(),
  content: ReportContent.nullable(),
  version: z.number().int(),
  reports: z.array(QuarterReport).readonly(),
})

export const quarterReport = {
  /** The report of a quarter as it stands, with those that were issued for it, the last first. */
  draft: oc
    .route({ method: 'GET', path: '/quarter-reports', summary: '季度报告', tags: ['quarter-report'] })
    .errors({ FORBIDDEN, REFUSED })
    .input(QuarterQuery)
    .output(ReportDraft),
  /** Keeps what the office writes. `version`: as it was read, 0 where nothing was kept. */
  keepWords: oc
    .route({ method: 'PUT', path: '/quarter-reports/words', summary: '保存报告文字', tags: ['quarter-report'] })
    .errors({ FORBIDDEN, CONFLICT })
    .input(z.strictObject({ ...Quarter.unwrap().shape, version: z.number().int().min(0), words: ReportWords }))
    .output(z.object({ version: z.number().int() })),
  /** 草稿: the document as it would be issued now. Official documents are Chinese. */
  draftFile: oc
    .route({ method: 'POST', path: '/quarter-reports/draft-file', summary: '下载报告草稿', tags: ['quarter-report'] })
    .errors({ FORBIDDEN, REFUSED })
    .input(z.strictObject({ ...Quarter.unwrap().shape, address: Address }))
    .output(z.file()),
  /** 出具: locks the quarter where it is not locked, and keeps the report and the ledger as two files. */
  issue: oc
    .route({ method: 'POST', path: '/quarter-reports', summary: '出具季度报告', tags: ['quarter-report'] })
    .errors({ FORBIDDEN, REFUSED })
    .input(z.strictObject({ ...Quarter.unwrap().shape, address: Address }))
    .output(QuarterReport),
}
