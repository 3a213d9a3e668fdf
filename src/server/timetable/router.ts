import { signedIn } from '#server/http/implementer.ts'
import { exportTimetable } from '#server/timetable/export.ts'
import { getTimetable } from '#server/timetable/read.ts'

const { timetable } = signedIn

export const timetableRouter = {
  get: timetable.get.handler(({ input, context }) => getTimetable(context, input)),
  export: timetable.export.handler(({ input, context }) => exportTimetable(context, input)),
}
