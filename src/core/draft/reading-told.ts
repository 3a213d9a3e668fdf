import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Comparator, Decimal, Period, ReadingKind, Scope } from '#core/draft/reading.ts'

/** What a reading says, without where it stands or why: enough to word it. */
export const ReadingTold = z
  .object({
    kind: ReadingKind,
    period: told(Period),
    comparator: told(Comparator).nullable(),
    value: told(Decimal).nullable(),
    upper: told(Decimal).nullable(),
    unit: told(z.string()).nullable(),
    scope: told(Scope),
    deadline: told(Day).nullable(),
    deadlineText: told(z.string()).nullable(),
    object: told(z.string()).nullable(),
    base: told(z.string()).nullable(),
  })
  .readonly()
export type ReadingTold = z.infer<typeof ReadingTold>

function told<T extends z.ZodType>(value: T) {
  return z.object({ value }).readonly()
}
