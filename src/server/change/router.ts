import { ask } from '#server/change/ask.ts'
import { agreeTo, enterMeeting, returnIt, withdrawIt } from '#server/change/decide.ts'
import { changesOf, listChanges } from '#server/change/read.ts'
import { signedIn } from '#server/http/implementer.ts'

const { change } = signedIn

export const changeRouter = {
  list: change.list.handler(({ context }) => listChanges(context)),
  ofCommitment: change.ofCommitment.handler(({ input, context }) => changesOf(context, input)),
  ask: change.ask.handler(({ input, context }) => ask(context, input)),
  agree: change.agree.handler(({ input, context }) => agreeTo(context, input)),
  sendBack: change.sendBack.handler(({ input, context }) => returnIt(context, input)),
  meeting: change.meeting.handler(({ input, context }) => enterMeeting(context, input)),
  withdraw: change.withdraw.handler(({ input, context }) => withdrawIt(context, input)),
}
