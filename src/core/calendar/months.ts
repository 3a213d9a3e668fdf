import { addDays, type Day, dayOf, lastDayOfMonth } from '#core/day/day.ts'

/** The same day of the month `count` months later (earlier when negative); the month's last day where it has no such day (《民法典》第二百零二条). */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const index = year * 12 + (month - 1) + count
  const [targetYear, targetMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dayOf(targetYear, targetMonth, dayOfMonth) ?? lastDayOfMonth(targetYear, targetMonth) ?? day
}

const MILLISECONDS_A_DAY = 86_400_000

/** Days from one day to another, both counted; zero or less where `to` lies before `from`. */
export function daysFromTo(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY) + 1
}

/** The Monday of the week (Monday to Sunday, ISO 8601) a day lies in. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 0 ? -6 : 1 - weekday)
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b
}
