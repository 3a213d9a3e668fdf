import { actOn } from '#server/difficulty/act.ts'
import { raise } from '#server/difficulty/raise.ts'
import { difficultiesOf, listDifficulties } from '#server/difficulty/read.ts'
import { signedIn } from '#server/http/implementer.ts'

const { difficulty } = signedIn

export const difficultyRouter = {
  list: difficulty.list.handler(({ context }) => listDifficulties(context)),
  ofCommitment: difficulty.ofCommitment.handler(({ input, context }) => difficultiesOf(context, input)),
  raise: difficulty.raise.handler(({ input, context }) => raise(context, input)),
  act: difficulty.act.handler(({ input, context }) => actOn(context, input)),
}
