import { oc } from '@orpc/contract'
import * as z from 'zod'
import { NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Stood } from '#contract/moment.ts'
import { LedgerCounts } from '#core/ledger/counts.ts'
import { SavedView } from '#core/ledger/saved-view.ts'
import { LedgerColumn, ledgerColumns, LedgerView } from '#core/ledger/ledger.ts'
import { LedgerPlace, LedgerRow } from '#core/ledger/row.ts'

const StoredView = z.object({ id: z.uuid(), saved: SavedView }).readonly()

// REFUSED: `asOf` lies before any record may, or too far ahead; or what is asked for is still being worked out (`not-ready`).
export const ledger = {
  /** Rows `offset` to `offset + limit` of what is seen, and how many there are in all; where rows stand in their plans is said once for all that share it (`places`). */
  window: oc
    .route({ method: 'POST', path: '/ledger/window', summary: '台账(按窗口)', tags: ['ledger'] })
    .errors({ REFUSED })
    .input(z.strictObject({ view: LedgerView, offset: z.number().int().min(0).max(10_000_000), limit: z.number().int().min(1).max(5000) }))
    .output(
      z.object({
        stood: Stood,
        total: z.number().int(),
        offset: z.number().int(),
        places: z.array(LedgerPlace).readonly(),
        rows: z.array(LedgerRow).readonly(),
      }),
    ),
  /** The values a column takes among the rows that the other filters leave, with their counts; names in unit columns each by themselves. */
  values: oc
    .route({ method: 'POST', path: '/ledger/values', summary: '台账筛选值', tags: ['ledger'] })
    .errors({ REFUSED })
    .input(z.strictObject({ view: LedgerView, column: LedgerColumn, search: z.string().trim().max(200).default('') }))
    .output(z.object({ values: z.array(z.object({ value: z.string().nullable(), count: z.number().int() })).readonly() })),
  /** How many of the rows seen show which light, by unit, aspect or leading post; what needs somebody first comes first. Units are compared by what is owed. */
  counts: oc
    .route({ method: 'POST', path: '/ledger/counts', summary: '台账计数', tags: ['ledger'] })
    .errors({ REFUSED })
    .input(z.strictObject({ view: LedgerView, by: z.enum(['leadOrgs', 'aspect', 'leaders']) }))
    .output(z.object({ stood: Stood, ...LedgerCounts.unwrap().shape })),
  views: {
    /** The views one has kept under a name. */
    list: oc
      .route({ method: 'GET', path: '/ledger/views', summary: '我的台账视图', tags: ['ledger'] })
      .output(z.object({ items: z.array(StoredView).readonly() })),
    /** Keeps what is seen under a name; one of the same name gives way. */
    save: oc
      .route({ method: 'POST', path: '/ledger/views', summary: '保存台账视图', tags: ['ledger'] })
      .errors({ REFUSED })
      .input(SavedView.unwrap())
      .output(StoredView),
    remove: oc
      .route({ method: 'DELETE', path: '/ledger/views/{id}', summary: '删除台账视图', tags: ['ledger'] })
      .errors({ NOT_FOUND })
      .input(z.strictObject({ id: z.uuid() }))
      .output(z.object({})),
  },
  /** The ledger as seen, as an .xlsx file: `columns` in the order shown. Official documents are Chinese. */
  export: oc
    .route({ method: 'POST', path: '/ledger/export', summary: '导出台账', tags: ['ledger'] })
    .errors({ REFUSED })
    .input(z.strictObject({ view: LedgerView, columns: z.array(LedgerColumn).min(1).max(ledgerColumns.length) }))
    .output(z.file()),
}
