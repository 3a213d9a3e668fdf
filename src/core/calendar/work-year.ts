import * as z from 'zod'
import { addDays, Day, yearOf } from '#core/day/day.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/**
 * 工作日与调休 of one calendar year, as the State Council announces it each autumn for the next year. `holidays`: weekdays off (weekend days may be
 * listed too); `makeUpWorkDays`: weekend days that are worked.
 */
export const WorkYear = z
  .object({ year: z.number().int().min(1990).max(2200), holidays: z.array(Day).readonly(), makeUpWorkDays: z.array(Day).readonly() })
  .readonly()
  .refine((year) => [...year.holidays, ...year.makeUpWorkDays].every((day) => yearOf(day) === year.year), { error: 'day-of-another-year' })
  .refine((year) => year.makeUpWorkDays.every((day) => !year.holidays.includes(day)), { error: 'holiday-and-work-day' })
export type WorkYear = z.infer<typeof WorkYear>

/** The years that are known. A year that is not in it is a question, never a guess. */
export type WorkCalendar = readonly WorkYear[]

/** Whether a day is worked: weekdays but the holidays, and weekend days that are made up. Refused where the year's table is missing. */
export function isWorkDay(day: Day, calendar: WorkCalendar): Outcome<boolean, 'unknown-year'> {
  const year = calendar.find((each) => each.year === yearOf(day))
  if (year === undefined) return refuse('unknown-year', { year: String(yearOf(day)) })
  if (year.makeUpWorkDays.includes(day)) return accept(true)
  return accept(!isWeekend(day) && !year.holidays.includes(day))
}

/**
 * The last day of a limit of `count` work days: the day of the event itself is not counted (《民法典》第二百零一条), so one work day after a Friday is
 * the Monday. Refused where a year on the way is unknown.
 */
export function addWorkDays(day: Day, count: number, calendar: WorkCalendar): Outcome<Day, 'unknown-year'> {
  let [last, left] = [day, count]
  while (left > 0) {
    last = addDays(last, 1)
    const worked = isWorkDay(last, calendar)
    if (!worked.ok) return worked
    if (worked.value) left -= 1
  }
  return accept(last)
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
