import { signedIn } from '#server/http/implementer.ts'
import { listOccurrences, listOwed } from '#server/occurrence/read.ts'

const { occurrence } = signedIn

export const occurrenceRouter = {
  list: occurrence.list.handler(({ input, context }) => listOccurrences(context, input)),
  owed: occurrence.owed.handler(({ input, context }) => listOwed(context, input)),
}
