import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Comparator, Decimal, Nature, Period, ReadingKind, Scope } from '#core/draft/reading.ts'

const Name = z.string().trim().min(1).max(100)

/** What a person changes in a reading. Absent fields stay as they are. */
export const ReadingChanges = z.strictObject({
  kind: ReadingKind.optional(),
  period: Period.optional(),
  comparator: Comparator.nullable().optional(),
  value: Decimal.nullable().optional(),
  upper: Decimal.nullable().optional(),
  unit: z.string().trim().max(20).nullable().optional(),
  scope: Scope.optional(),
  deadline: Day.nullable().optional(),
  object: z.string().trim().max(200).nullable().optional(),
  base: z.string().trim().max(200).nullable().optional(),
  nature: Nature.nullable().optional(),
  leaders: z.array(Name).max(20).optional(),
  leadOrgs: z.array(Name).max(50).optional(),
  supportingOrgs: z.array(Name).max(50).optional(),
  owners: z.array(Name).max(50).optional(),
})
export type ReadingChanges = z.infer<typeof ReadingChanges>
