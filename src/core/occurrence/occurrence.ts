import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Credit } from '#core/occurrence/credit.ts'
import { Period } from '#core/period/period.ts'
import { Decimal } from '#core/quantity/decimal.ts'

/**
 * `upcoming` its period has not begun; `open`; `met`; after the last day `short` (something done, too little) or `missed` (nothing done, or a cap broken);
 * `waived` let off by a person or, by the basis, owed by nobody.
 */
const occurrenceStates = ['upcoming', 'open', 'met', 'short', 'missed', 'waived'] as const
export const OccurrenceState = z.enum(occurrenceStates)
export type OccurrenceState = z.infer<typeof OccurrenceState>

/**
 * What only a person can say before this occurrence can be judged: what is owed by who joined or left within the period (`mid-period`), the work days of a
 * year (`unknown-year`), how to see a ratio or coverage of nothing (`nothing-to-divide-by`), what a change is measured against (`no-base`).
 */
export const Doubt = z
  .object({
    code: z.enum(['mid-period', 'unknown-year', 'nothing-to-divide-by', 'no-base']),
    params: z.record(z.string(), z.string()).readonly(),
  })
  .readonly()
export type Doubt = z.infer<typeof Doubt>

/**
 * 期次: one commitment × one subject × one period, as of a day. Quantities are written with at most six places, half up (a light cannot flip by that);
 * the state is worked out before.
 */
export const Occurrence = z
  .object({
    commitment: CommitmentId,
    subject: z.string(),
    period: Period,
    asOf: Day,
    /** What is owed in this period, in the target's unit: its value, or by days where pro rata. Null while a doubt leaves it open. */
    required: Decimal.nullable(),
    /** What was done, in the target's unit; null where there is nothing to measure yet. */
    actual: Decimal.nullable(),
    /** Both sides of a ratio or coverage; of a change the difference and its base. */
    numerator: Decimal.nullable(),
    denominator: Decimal.nullable(),
    /** 尚欠: still missing, never below zero; of a ratio or coverage how many more its upper side needs now. Null while a doubt leaves it open. */
    owed: Decimal.nullable(),
    /** What the upper side of a ratio or coverage must reach, its lower side being what it is now (应评查 5 % of the cases closed so far). */
    running: Decimal.nullable(),
    /** 序时进度: required × days gone ÷ days of the period; of a ratio that grows, `running`; of a stock or coverage, running × days gone ÷ days. */
    pace: Decimal.nullable(),
    /** 最晚日: the last day of the period, less the days still owed where the unit is days. Null where the period is open. */
    latestSafeDay: Day.nullable(),
    state: OccurrenceState,
    /** The day on which enough had been done; after the period's last day: late. Null where not met, or where nothing adds up. */
    metOn: Day.nullable(),
    doubts: z.array(Doubt).readonly(),
    /** Every record of the subject in the period with why it counts or not. */
    explanation: z.array(Credit).readonly(),
  })
  .readonly()
export type Occurrence = z.infer<typeof Occurrence>

/** Names one occurrence of a commitment. */
export interface OccurrenceKey {
  readonly subject: string
  readonly period: string
}
