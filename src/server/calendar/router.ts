import { calendarDay } from '#server/calendar/day.ts'
import { calendarMonth } from '#server/calendar/month.ts'
import { signedIn } from '#server/http/implementer.ts'

const { calendar } = signedIn

export const calendarRouter = {
  month: calendar.month.handler(({ input, context }) => calendarMonth(context, input)),
  day: calendar.day.handler(({ input, context }) => calendarDay(context, input)),
}
