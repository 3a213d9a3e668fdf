import { daysFromTo } from '#core/calendar/months.ts'
import type { Day } from '#core/day/day.ts'
import { filingDueOn } from '#core/register/filing-due.ts'
import type { FilingDuty } from '#core/register/register.ts'

/** A record first entered more than so many days after the fact was entered late (补录), unless a jurisdiction settled another number. */
export const LATE_AFTER_DAYS = 7

/** What entries are late by: days after the fact, and the filing duty of the register, where it has one. */
export interface LateRule {
  readonly lateAfterDays: number
  readonly filing: FilingDuty | null
}

/** 补录: whether what ended on a day and was first entered on another was entered late: too many days after it, or after the last day of its filing. */
export function isLateEntry(endedOn: Day, enteredOn: Day, { lateAfterDays, filing }: LateRule): boolean {
  if (enteredOn <= endedOn) return false
  if (daysFromTo(endedOn, enteredOn) - 1 > lateAfterDays) return true
  const due = filing === null ? null : filingDueOn(filing, endedOn)
  return due !== null && enteredOn > due
}
