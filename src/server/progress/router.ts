import { signedIn } from '#server/http/implementer.ts'
import { readProgress } from '#server/progress/read.ts'
import { writeProgress } from '#server/progress/write.ts'

const { progress } = signedIn

export const progressRouter = {
  ofCommitment: progress.ofCommitment.handler(({ input, context }) => readProgress(context, input)),
  write: progress.write.handler(({ input, context }) => writeProgress(context, input)),
}
