import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'
import { Quarter } from '#core/period-lock/period-lock.ts'

/**
 * 对账确认 (报送): a unit hands its sub-ledger up for a quarter, in one act, as it stands on the quarter's last day. `digest`: SM3 of the rows it confirmed; what
 * changes afterwards shows, because the digest is another then.
 */
export const Submission = z
  .object({
    id: z.uuid(),
    org: z.uuid(),
    quarter: Quarter,
    asOf: Day,
    rows: z.number().int(),
    done: z.number().int(),
    digest: z.string(),
    by: z.string(),
    at: Instant,
  })
  .readonly()
export type Submission = z.infer<typeof Submission>

/**
 * How a unit's confirmation of a quarter stands: nothing to do yet as the quarter runs; waiting for it; differences of its own ledger must be settled first;
 * confirmed; confirmed, and the figures have changed since.
 */
export const SubmissionState = z.enum(['running', 'waiting', 'differing', 'confirmed', 'changed'])
export type SubmissionState = z.infer<typeof SubmissionState>
