import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'

/**
 * 上年结转: a commitment that goes on beyond the force of its plan, in that of a later one (`into`). It stays the same commitment, with its records. `standing`:
 * its periods go on until `to` (null: without end); `unfinished`: it is still owed since `dueOn`, the day it was due at first.
 */
export const Carried = z
  .object({
    into: z.uuid(),
    /** Of the plan it is carried into. */
    title: z.string(),
    kind: z.enum(['standing', 'unfinished']),
    dueOn: Day.nullable(),
    to: Day.nullable(),
    by: z.string(),
    at: Instant,
  })
  .readonly()
export type Carried = z.infer<typeof Carried>
