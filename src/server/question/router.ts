import { signedIn } from '#server/http/implementer.ts'
import { answerQuestion } from '#server/question/answer.ts'

export const questionRouter = {
  answer: signedIn.question.answer.handler(({ input, context }) => answerQuestion(context, input)),
}
