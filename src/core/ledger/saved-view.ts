import * as z from 'zod'
import { LedgerColumn, LedgerView } from '#core/ledger/ledger.ts'

/** 视图: what a person keeps under a name: filters, order, grouping, and the columns as laid out (widths in pixels). Never a day: it shows today. */
export const SavedView = z
  .strictObject({
    name: z.string().trim().min(1).max(60),
    view: LedgerView.omit({ asOf: true, knownAt: true }),
    columns: z.array(z.strictObject({ column: LedgerColumn, width: z.number().int().min(40).max(900), hidden: z.boolean() })).max(40),
    compact: z.boolean(),
  })
  .readonly()
export type SavedView = z.infer<typeof SavedView>
