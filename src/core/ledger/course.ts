import * as z from 'zod'
import { Day } from '#core/day/day.ts'

/**
 * What was said and granted of a row since it was confirmed: the text of the last quarter that has one (进展情况); the first day and the one that holds, with how
 * often it was put off (延期); both wordings of what was amended (调整); how often it was reminded of, and when last (催办).
 */
export const LedgerCourse = z
  .object({
    progress: z.string(),
    originalDue: Day.nullable(),
    extendedTo: Day.nullable(),
    extensions: z.number().int(),
    amended: z.string(),
    reminders: z.number().int(),
    remindedOn: Day.nullable(),
  })
  .readonly()
export type LedgerCourse = z.infer<typeof LedgerCourse>
