import * as z from 'zod'
import { Counting } from '#core/counting/counting.ts'
import { FieldId } from '#core/register/field.ts'
import { Population } from '#core/roster/population.ts'
import { Decimal } from '#core/quantity/decimal.ts'

/**
 * What is measured of the records that count.
 * - `count`: how many. `achieved`: done or not done.
 * - `days`: the days they fill (sum(days)), each half day once for each subject however many records fill it, split by day between periods.
 * - `sum` of a number or decimal field, in the period the record ends in.
 * - `distinct`: different choices, people, orgs or words of a field.
 * - `latest`: the field of the last record that holds it.
 */
export const SimpleMeasure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count') }),
  z.strictObject({ kind: z.literal('achieved') }),
  z.strictObject({ kind: z.literal('days') }),
  z.strictObject({ kind: z.literal('sum'), field: FieldId }),
  z.strictObject({ kind: z.literal('distinct'), field: FieldId }),
  z.strictObject({ kind: z.literal('latest'), field: FieldId }),
])
export type SimpleMeasure = z.infer<typeof SimpleMeasure>

/** One side of a ratio; `counting` null: the commitment's own. */
const Side = z.strictObject({ measure: SimpleMeasure, counting: Counting.nullable() }).readonly()

/**
 * A measure of the algebra.
 * - `ratio`: one by the other, × 100 where the unit is %, × 1000 where it is ‰; both are kept.
 * - `coverage`: the members of a population, as of the day, whom a field names (or who are subjects, where `field` is null), by all its members.
 * - `change`: how much it went down (or up) against the previous period, a year or a given value; in % of that where the unit is %, else the difference.
 *   `isYearly` (年均): on average for each year since the base year.
 */
export const Measure = z.discriminatedUnion('kind', [
  ...SimpleMeasure.options,
  z.strictObject({ kind: z.literal('ratio'), numerator: Side, denominator: Side }),
  z.strictObject({ kind: z.literal('coverage'), field: FieldId.nullable(), population: Population }),
  z.strictObject({
    kind: z.literal('change'),
    direction: z.enum(['decrease', 'increase']),
    of: SimpleMeasure,
    base: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('previous') }),
      z.strictObject({ kind: z.literal('year'), year: z.number().int().min(1990).max(2200), isYearly: z.boolean().optional() }),
      z.strictObject({ kind: z.literal('value'), value: Decimal }),
    ]),
  }),
])
export type Measure = z.infer<typeof Measure>

/**
 * 量化目标. `=` of what adds up is met by at least as much (召开1次 is met by two) unless the basis says `isExact`. `upper`: the end of a range.
 */
export const Target = z
  .strictObject({
    measure: Measure,
    comparator: z.enum(['>=', '<=', '=', '>', '<', 'range']),
    value: Decimal,
    upper: Decimal.nullable(),
    unit: z.string().max(20),
    isExact: z.boolean(),
  })
  .readonly()
export type Target = z.infer<typeof Target>
