import { closedFor } from '#server/finding-consequence/closed.ts'
import { makeCommitment } from '#server/finding-consequence/make-commitment.ts'
import { consequenceOfFinding, originsOfCommitment } from '#server/finding-consequence/read.ts'
import { reopenByAFinding } from '#server/finding-consequence/reopen.ts'
import { signedIn } from '#server/http/implementer.ts'

const { findingConsequence } = signedIn

export const findingConsequenceRouter = {
  ofFinding: findingConsequence.ofFinding.handler(({ input, context }) => consequenceOfFinding(context, input)),
  closed: findingConsequence.closed.handler(({ input, context }) => closedFor(context, input)),
  makeCommitment: findingConsequence.makeCommitment.handler(({ input, context }) => makeCommitment(context, input)),
  reopen: findingConsequence.reopen.handler(({ input, context }) => reopenByAFinding(context, input)),
  ofCommitment: findingConsequence.ofCommitment.handler(({ input, context }) => originsOfCommitment(context, input)),
}
