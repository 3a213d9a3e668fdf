import { addDays, Day } from '#core/day/day.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { accepted } from '#server/plan/accepted.ts'

const EARLIEST = Day.parse('1990-01-01')
/** So far ahead may be looked: what two years hold. */
const DAYS_AHEAD = 731

/** Refuses days before any record may lie, and too far ahead. */
export function demandDay(today: Day, day: Day): void {
  const latest = addDays(today, DAYS_AHEAD)
  if (day < EARLIEST || day > latest) accepted(refuse('day-out-of-range', { from: EARLIEST, to: latest }))
}
