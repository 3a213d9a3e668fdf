import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Light } from '#core/light/light.ts'

/**
 * What is due in a month: `days`: the last days that fall into it, the first first; of periods shorter than a month how many end in it (`count`), and their last
 * day alone.
 */
export const MonthMark = z
  .object({ month: z.number().int().min(1).max(12), days: z.array(Day).readonly(), count: z.number().int() })
  .readonly()
export type MonthMark = z.infer<typeof MonthMark>

/**
 * 时间表 of one commitment for a year. `kind`: with days of its own (`dated`), for each case (`each-case` 逐件), without an end (`standing` 长期), or nobody has said
 * yet how it is counted and no day is set (`open`).
 */
export const TimetableRow = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    units: z.string(),
    leaders: z.string(),
    indicator: z.string(),
    light: Light.nullable(),
    kind: z.enum(['dated', 'each-case', 'standing', 'open']),
    marks: z.array(MonthMark).readonly(),
    /** Of what has days, but none in this year: the nearest of them, a later one before an earlier. */
    outside: Day.nullable(),
  })
  .readonly()
export type TimetableRow = z.infer<typeof TimetableRow>
