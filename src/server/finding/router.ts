import { enterDecision, stateTheEffect } from '#server/finding/act.ts'
import { getFinding, listFindings } from '#server/finding/read.ts'
import { signedIn } from '#server/http/implementer.ts'

const { finding } = signedIn

export const findingRouter = {
  list: finding.list.handler(({ input, context }) => listFindings(context, input)),
  get: finding.get.handler(({ input, context }) => getFinding(context, input)),
  state: finding.state.handler(({ input, context }) => stateTheEffect(context, input)),
  decide: finding.decide.handler(({ input, context }) => enterDecision(context, input)),
}
