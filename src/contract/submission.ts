import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Day, Instant } from '#core/day/day.ts'
import { Quarter } from '#core/period-lock/period-lock.ts'
import { Submission, SubmissionState } from '#core/submission/submission.ts'

/** A quarter asked for in an address. */
export const QuarterQuery = z.strictObject({
  year: z.coerce.number().int().min(1990).max(2200),
  quarter: z.coerce.number().int().min(1).max(4),
})

/** The sub-ledger of a unit as of a quarter's last day. `digest`: of its rows; `confirmed`: the last confirmation; `mayConfirm`: for this unit, by whoever asks. */
const UnitStanding = z
  .object({
    org: z.uuid(),
    name: z.string(),
    rows: z.number().int(),
    done: z.number().int(),
    overdue: z.number().int(),
    digest: z.string(),
    openDifferences: z.number().int(),
    state: SubmissionState,
    confirmed: z.object({ by: z.string(), at: Instant }).readonly().nullable(),
    mayConfirm: z.boolean(),
  })
  .readonly()

/** `progress`: 0 – 99 while the figures of the day are still being worked out; `units` is empty then. */
export const SubmissionsView = z.object({
  quarter: Quarter,
  asOf: Day,
  today: Day,
  progress: z.number().int().nullable(),
  units: z.array(UnitStanding).readonly(),
})

export const submission = {
  /** Every unit that leads something, as far as it is seen, with how its confirmation of the quarter stands; without a quarter: of the one that ended last. */
  list: oc
    .route({ method: 'GET', path: '/submissions', summary: '季度对账确认', tags: ['submission'] })
    .errors({ FORBIDDEN })
    .input(QuarterQuery.partial())
    .output(SubmissionsView),
  /** 确认: `digest` of the rows that were looked at. */
  confirm: oc
    .route({ method: 'POST', path: '/submissions', summary: '确认分台账', tags: ['submission'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ org: z.uuid(), ...Quarter.unwrap().shape, digest: z.string().max(64) }))
    .output(Submission),
}
