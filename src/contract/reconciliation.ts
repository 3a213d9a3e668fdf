import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Instant } from '#core/day/day.ts'
import { Reconciliation, Side } from '#core/reconciliation/reconciliation.ts'

/** A reconciliation as the list shows it. `open`: differences nobody has settled. */
const ReconciliationItem = Reconciliation.unwrap()
  .pick({ id: true, fileName: true, org: true, orgName: true, asOf: true, rows: true, signed: true })
  .extend({ differences: z.number().int(), open: z.number().int(), takenBy: z.string(), takenAt: Instant })
  .readonly()

/** The answer of the upload: its rows were read, nothing is compared yet. */
export const SubLedgerTaken = z.object({ id: z.uuid() })

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }

const seen = { id: z.uuid(), version: z.number().int() }

/** A file is sent to `POST /reconciliations` as an upload; the rest is JSON. */
export const reconciliation = {
  /** Those that are seen, the last taken first. `orgs`: the units one reconciles for; null: every one, and the whole ledger. */
  list: oc
    .route({ method: 'GET', path: '/reconciliations', summary: '对账', tags: ['reconciliation'] })
    .errors({ FORBIDDEN })
    .output(z.object({ orgs: z.array(z.string()).readonly().nullable(), items: z.array(ReconciliationItem).readonly() })),
  get: oc
    .route({ method: 'GET', path: '/reconciliations/{id}', summary: '对账单', tags: ['reconciliation'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(Reconciliation),
  /** Holds the sheet against the rows of an org (null: of everybody) as they stand today; again after something was mended: what was settled stays where both sides still say the same. */
  compare: oc
    .route({ method: 'POST', path: '/reconciliations/{id}/compare', summary: '与总台账核对', tags: ['reconciliation'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, org: z.uuid().nullable() }))
    .output(Reconciliation),
  /** `note`: what is done about it; needed unless the master ledger holds. */
  settle: oc
    .route({ method: 'POST', path: '/reconciliations/{id}/settle', summary: '处理差异', tags: ['reconciliation'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, keys: z.array(z.string().max(100)).min(1).max(5000), side: Side, note: z.string().trim().max(500) }))
    .output(Reconciliation),
  sign: oc
    .route({ method: 'POST', path: '/reconciliations/{id}/sign', summary: '对账确认', tags: ['reconciliation'] })
    .errors(errors)
    .input(z.strictObject(seen))
    .output(Reconciliation),
  /** 对账单 as an .xlsx file: both sides of every difference, how it was settled and by whom. Official documents are Chinese. */
  slip: oc
    .route({ method: 'POST', path: '/reconciliations/{id}/slip', summary: '导出对账单', tags: ['reconciliation'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.file()),
}
