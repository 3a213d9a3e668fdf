import * as z from 'zod'
import { Source } from '#core/counting/condition.ts'
import { Day } from '#core/day/day.ts'
import { Decimal } from '#core/quantity/decimal.ts'

export const periodUnits = ['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const
export const PeriodUnit = z.enum(periodUnits)
export type PeriodUnit = z.infer<typeof PeriodUnit>

/** A stage of a staged commitment: by this day so much in all (cumulative). */
const Stage = z.strictObject({ by: Day, value: Decimal }).readonly()

/**
 * 频次: how often something is owed.
 * - `once`: from the day the plan is in force, by a day (null: no day is set, 长期). What is done later still counts, late.
 * - `every`: in each period of `count` units from – to. `starts`: with the calendar, or with the plan's own first day. `partial`: what a first or last period
 *   that is cut short owes: as much as a `full` one, `pro-rata` by days, or `none`.
 * - `within`: for each event (a record of `event`) between from and to, within so many days, work days or months of its last day.
 */
export const Rhythm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), from: Day, by: Day.nullable(), stages: z.array(Stage).max(50).readonly() }),
  z.strictObject({
    kind: z.literal('every'),
    count: z.number().int().min(1).max(60),
    unit: PeriodUnit,
    from: Day,
    to: Day.nullable(),
    starts: z.enum(['calendar', 'plan']),
    partial: z.enum(['full', 'pro-rata', 'none']),
  }),
  z.strictObject({
    kind: z.literal('within'),
    count: z.number().int().min(0).max(3660),
    unit: z.enum(['day', 'workDay', 'month']),
    from: Day,
    to: Day.nullable(),
    event: Source,
  }),
])
export type Rhythm = z.infer<typeof Rhythm>
