import { signedIn } from '#server/http/implementer.ts'
import { answerReview, endTheReview, returnAnswer } from '#server/similar-case-review/act.ts'
import { askForReview } from '#server/similar-case-review/ask.ts'
import { followAnswer } from '#server/similar-case-review/follow.ts'
import { forecastReview, getReview, listReviews } from '#server/similar-case-review/read.ts'

const { similarCaseReview } = signedIn

export const similarCaseReviewRouter = {
  list: similarCaseReview.list.handler(({ context }) => listReviews(context)),
  get: similarCaseReview.get.handler(({ input, context }) => getReview(context, input)),
  forecast: similarCaseReview.forecast.handler(({ input, context }) => forecastReview(context, input)),
  ask: similarCaseReview.ask.handler(({ input, context }) => askForReview(context, input)),
  answer: similarCaseReview.answer.handler(({ input, context }) => answerReview(context, input)),
  sendBack: similarCaseReview.sendBack.handler(({ input, context }) => returnAnswer(context, input)),
  follow: similarCaseReview.follow.handler(({ input, context }) => followAnswer(context, input)),
  end: similarCaseReview.end.handler(({ input, context }) => endTheReview(context, input)),
}
