import { oc } from '@orpc/contract'
import * as z from 'zod'
import { LedgerColumn, LedgerEntry, LedgerView } from '#core/ledger/ledger.ts'

export const ledger = {
  /** Rows `offset` to `offset + limit` of what is seen, and how many there are in all. */
  window: oc
    .route({ method: 'POST', path: '/ledger/window', summary: '台账(按窗口)', tags: ['ledger'] })
    .input(z.strictObject({ view: LedgerView, offset: z.number().int().min(0).max(10_000_000), limit: z.number().int().min(1).max(5000) }))
    .output(z.object({ total: z.number().int(), offset: z.number().int(), rows: z.array(LedgerEntry).readonly() })),
  /** The values a column takes among the rows that the other filters leave, with their counts; names in unit columns each by themselves. */
  values: oc
    .route({ method: 'POST', path: '/ledger/values', summary: '台账筛选值', tags: ['ledger'] })
    .input(z.strictObject({ view: LedgerView, column: LedgerColumn, search: z.string().trim().max(200).default('') }))
    .output(z.object({ values: z.array(z.object({ value: z.string().nullable(), count: z.number().int() })).readonly() })),
  /** The ledger as seen, as an .xlsx file: `columns` in the order shown. Official documents are Chinese. */
  export: oc
    .route({ method: 'POST', path: '/ledger/export', summary: '导出台账', tags: ['ledger'] })
    .input(z.strictObject({ view: LedgerView, columns: z.array(LedgerColumn).min(1).max(20) }))
    .output(z.file()),
}
