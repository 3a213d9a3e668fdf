import { daysFromTo } from '#core/calendar/months.ts'
import type { Day } from '#core/day/day.ts'

/** A record first entered more than so many days after the fact was entered late (补录), unless a jurisdiction settled another number. */
export const LATE_AFTER_DAYS = 7

/** 补录: whether what ended on a day and was first entered on another was entered late. */
export function isLateEntry(endedOn: Day, enteredOn: Day, lateAfterDays: number): boolean {
  return enteredOn > endedOn && daysFromTo(endedOn, enteredOn) - 1 > lateAfterDays
}
