import * as z from 'zod'

/** What a column of a unit's own ledger may hold. `figure`: 已完成/应完成 in one cell. */
export const SubLedgerField = z.enum(['ref', 'text', 'due', 'orgs', 'owners', 'figure', 'actual', 'required', 'state'])
export type SubLedgerField = z.infer<typeof SubLedgerField>

/** A row of a unit's own ledger, as its cells say; text is '' where there is none. `cells`: their addresses (`F7`). */
export const SubLedgerRow = z
  .object({
    row: z.number().int(),
    ref: z.string(),
    text: z.string(),
    due: z.string(),
    orgs: z.array(z.string()).readonly(),
    owners: z.array(z.string()).readonly(),
    /** Numbers as written, without their unit; null where the cell holds none. */
    actual: z.string().nullable(),
    required: z.string().nullable(),
    /** Whether it says that all is done; null where it does not say. */
    isDone: z.boolean().nullable(),
    cells: z.partialRecord(SubLedgerField, z.string()).readonly(),
  })
  .readonly()
export type SubLedgerRow = z.infer<typeof SubLedgerRow>

/** What stands in the way of reading a sheet: `no-header` no row names 编号 or 整改措施, `too-many-rows`, `no-rows`. */
export type SubLedgerFault = 'no-header' | 'too-many-rows' | 'no-rows'
