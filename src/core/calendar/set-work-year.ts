import { isWeekend, type WorkYear } from '#core/calendar/work-year.ts'
import { type Day, yearOf } from '#core/day/day.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** Why a table of work days cannot stand: a year without holidays, a day of another year, one on both lists, or a work day made up on a weekday. */
export type WorkYearRefusal = 'no-holidays' | 'day-of-another-year' | 'holiday-and-work-day' | 'not-a-weekend-day' | 'nothing-changed'

/** The table of a year as somebody enters it. */
type Entered = Pick<WorkYear, 'year' | 'holidays' | 'makeUpWorkDays'>

/**
 * 录入 or 修改 the work days of a year; each list is kept sorted, every day once. No year is without a holiday: an empty table is one that was forgotten, and
 * would count limits wrongly without anybody noticing. `before`: what stands; null where the year is not known yet.
 */
export function setWorkYear(before: WorkYear | null, { year, holidays, makeUpWorkDays }: Entered): Outcome<WorkYear, WorkYearRefusal> {
  const after = { year, holidays: sorted(holidays), makeUpWorkDays: sorted(makeUpWorkDays) }
  const stranger = [...after.holidays, ...after.makeUpWorkDays].find((day) => yearOf(day) !== year)
  if (stranger !== undefined) return refuse('day-of-another-year', { day: stranger, year: String(year) })
  const both = after.makeUpWorkDays.find((day) => after.holidays.includes(day))
  if (both !== undefined) return refuse('holiday-and-work-day', { day: both })
  const weekday = after.makeUpWorkDays.find((day) => !isWeekend(day))
  if (weekday !== undefined) return refuse('not-a-weekend-day', { day: weekday })
  if (after.holidays.length === 0) return refuse('no-holidays', { year: String(year) })
  return before !== null && isSame(before, after) ? refuse('nothing-changed') : accept(after)
}

function sorted(days: readonly Day[]): readonly Day[] {
  return [...new Set(days)].toSorted()
}

function isSame(before: Entered, after: Entered): boolean {
  return before.holidays.join() === after.holidays.join() && before.makeUpWorkDays.join() === after.makeUpWorkDays.join()
}
