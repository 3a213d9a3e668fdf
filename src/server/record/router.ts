import { signedIn } from '#server/http/implementer.ts'
import { recordHistory, recordWindow } from '#server/record/window.ts'
import { correct, enterRecord, review, voidOne } from '#server/record/write.ts'

const { record } = signedIn

export const recordRouter = {
  enter: record.enter.handler(({ input, context }) => enterRecord(context, input)),
  window: record.window.handler(({ input, context }) => recordWindow(context, input)),
  history: record.history.handler(async ({ input, context }) => ({ revisions: await recordHistory(context, input) })),
  correct: record.correct.handler(({ input, context }) => correct(context, input)),
  void: record.void.handler(({ input, context }) => voidOne(context, input)),
  review: record.review.handler(({ input, context }) => review(context, input)),
}
