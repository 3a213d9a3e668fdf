import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { periodUnits } from '#core/period/rhythm.ts'

/** 期: one period in which a commitment is owed. */
export const Period = z
  .object({
    /** Stable: the first day of the whole calendar or plan period; `once`, `stage-1` …; or the id of the event's record. */
    key: z.string(),
    from: Day,
    /** Its last day; null: open, or not known yet. */
    to: Day.nullable(),
    unit: z.enum([...periodUnits, 'once', 'within']),
    /** The days that a full requirement stands for: its own, or those of the whole period where a period cut short owes pro rata. Null where it is open. */
    length: z.number().int().min(1).nullable(),
    /** Whether what comes after its last day no longer counts. */
    isFinal: z.boolean(),
    /** The period before it, for changes against it. */
    previous: z.object({ from: Day, to: Day }).nullable(),
    /** What is owed by then where it is not the target's own value (a stage). */
    value: Decimal.nullable(),
  })
  .readonly()
export type Period = z.infer<typeof Period>
