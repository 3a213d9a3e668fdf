import * as z from 'zod'
import { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { Day } from '#core/day/day.ts'
import { Decimal } from '#core/draft/reading.ts'

/**
 * A person's answer to a question of the plan, by the shape its code asks for:
 * choice: year-meaning, first-period, each-or-whole, pairs-or-total, one-or-both, tracked-change · days: immediate-limit ·
 * interval: in-force · words: population, base-period · tolerance: tolerance · definition: definition · day: due-on, year-of-date.
 */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), value: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal('days'), days: z.number().int().min(1).max(366) }),
  z.strictObject({ kind: z.literal('interval'), from: Day, to: Day.nullable() }),
  z.strictObject({ kind: z.literal('words'), text: z.string().trim().min(1).max(500) }),
  z.strictObject({ kind: z.literal('tolerance'), value: Decimal, unit: z.string().trim().max(20) }),
  z.strictObject({ kind: z.literal('definition'), changes: ReadingChanges, note: z.string().trim().max(500) }),
  z.strictObject({ kind: z.literal('day'), day: Day }),
])
export type Answer = z.infer<typeof Answer>
