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

/** 完成时限 with what became of it: the plan's own words stay. */
export function dueWords({ dueText, course }: { readonly dueText: string; readonly course: LedgerCourse }): string {
  const { originalDue, extendedTo, extensions } = course
  if (extendedTo === null) return dueText
  const original = originalDue === null || dueText !== '' ? dueText : originalDue
  return `${original}（延期 ${extensions} 次，至 ${extendedTo}${originalDue === null ? '' : `，原时限 ${originalDue}`}）`
}

/** 进展情况: what the records say (`headway`), and after it what was written. */
export function progressAfter(headway: string, { progress }: Pick<LedgerCourse, 'progress'>): string {
  return [headway, progress].filter((part) => part !== '').join('。')
}

/** 催办 in short; empty where there was none. */
export function reminderWords({ reminders, remindedOn }: Pick<LedgerCourse, 'reminders' | 'remindedOn'>): string {
  return reminders === 0 ? '' : `已催办 ${reminders} 次${remindedOn === null ? '' : `（最近 ${remindedOn}）`}`
}
