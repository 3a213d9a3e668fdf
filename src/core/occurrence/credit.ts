import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { RecordId } from '#core/record/record.ts'

/**
 * Why a record counts, or does not.
 * - `rule`, `person`: it counts, by the rule or because a person says so. `days-counted-already`: its days are those of other records.
 * - `draft`, `returned`, `voided`, `not-accepted`: its state. `condition`: a part of the rule does not hold (params: field, kind).
 * - `not-completed`, `completed` (an open stock), `completed-outside`, `begun-outside`: two stages. `not-within`, `counted-elsewhere`: other commitments.
 * - `not-before-event`: it lies on or after the event. `not-a-member`: its subject was none on that day. `no-value`, `not-latest`, `same-as-before`: nothing
 *   to add. `person-excludes`: a person says that it does not count.
 */
const reasonCodes = [
  'rule',
  'person',
  'days-counted-already',
  'draft',
  'returned',
  'voided',
  'not-accepted',
  'condition',
  'not-completed',
  'completed',
  'completed-outside',
  'begun-outside',
  'not-within',
  'counted-elsewhere',
  'not-before-event',
  'not-a-member',
  'no-value',
  'not-latest',
  'same-as-before',
  'person-excludes',
] as const
export const ReasonCode = z.enum(reasonCodes)
export type ReasonCode = z.infer<typeof ReasonCode>

export const Reason = z.object({ code: ReasonCode, params: z.record(z.string(), z.string()).readonly() }).readonly()
export type Reason = z.infer<typeof Reason>

/** 计入: a record held against a commitment, with the quantity it adds (in the measure's unit; 0 where it does not count) and the reason. */
export const Credit = z
  .object({
    record: RecordId,
    revision: z.number().int(),
    counts: z.boolean(),
    quantity: Decimal,
    reason: Reason,
    /** The day it is credited on: that of its completion where two stages are counted, else its last. */
    on: Day,
    /** The side of a ratio; `base`: what a change is measured against. */
    part: z.enum(['whole', 'numerator', 'denominator', 'base']),
  })
  .readonly()
export type Credit = z.infer<typeof Credit>
