import { signedIn } from '#server/http/implementer.ts'
import { getWorkCalendar } from '#server/work-calendar/get.ts'
import { setYear } from '#server/work-calendar/set.ts'

const { workCalendar } = signedIn

export const workCalendarRouter = {
  get: workCalendar.get.handler(({ context }) => getWorkCalendar(context)),
  set: workCalendar.set.handler(({ input, context }) => setYear(context, input)),
}
