import { signedIn } from '#server/http/implementer.ts'
import { confirmSubmission } from '#server/submission/confirm.ts'
import { listSubmissions } from '#server/submission/read.ts'

const { submission } = signedIn

export const submissionRouter = {
  list: submission.list.handler(({ input, context }) => listSubmissions(context, input)),
  confirm: submission.confirm.handler(({ input, context }) => confirmSubmission(context, input)),
}
