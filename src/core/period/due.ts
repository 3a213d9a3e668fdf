import { addMonths } from '#core/calendar/months.ts'
import { addWorkDays, type WorkCalendar } from '#core/calendar/work-year.ts'
import { addDays, type Day } from '#core/day/day.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept } from '#core/outcome/outcome.ts'
import type { Rhythm } from '#core/period/rhythm.ts'

/**
 * The last day of a limit that runs from an event (收到之日起5个工作日内). The day of the event is not counted; a limit of months ends on the same day of
 * the month, or its last (《民法典》第二百零一条、第二百零二条). It is not put off where it ends on a holiday: such a limit is written in work days.
 */
export function dueAfter(
  event: Day,
  limit: Pick<Extract<Rhythm, { kind: 'within' }>, 'count' | 'unit'>,
  calendar: WorkCalendar,
): Outcome<Day, 'unknown-year'> {
  switch (limit.unit) {
    case 'day':
      return accept(addDays(event, limit.count))
    case 'month':
      return accept(addMonths(event, limit.count))
    case 'workDay':
      return addWorkDays(event, limit.count, calendar)
  }
}
