import * as z from 'zod'

/** A calendar day, `YYYY-MM-DD`, without time zone. Days compare with `<` and `===`. */
export const Day = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof Day>

/** An instant, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime().brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

const MILLISECONDS_A_DAY = 86_400_000

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return Day.parse(new Date(Date.parse(`${day}T00:00:00Z`) + count * MILLISECONDS_A_DAY).toISOString().slice(0, 10))
}

/** The day of a year, month (1–12) and day of month, or null where the calendar has none (2026-02-30). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  const parsed = Day.safeParse(text)
  return parsed.success ? parsed.data : null
}

/** Last day of a month (1–12), or null where there is no such month. */
export function lastDayOfMonth(year: number, month: number): Day | null {
  const first = dayOf(year, month, 1)
  if (first === null) return null
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return next === null ? null : addDays(next, -1)
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
