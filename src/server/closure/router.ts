import { agreeTo, ask, askSigner, enterMeeting, openAgain, returnIt, withdrawIt } from '#server/closure/decide.ts'
import { closuresOf, listClosures } from '#server/closure/read.ts'
import { getLevels, setLevels } from '#server/closure/settings.ts'
import { signedIn } from '#server/http/implementer.ts'

const { closure } = signedIn

export const closureRouter = {
  list: closure.list.handler(({ context }) => listClosures(context)),
  ofCommitment: closure.ofCommitment.handler(({ input, context }) => closuresOf(context, input)),
  ask: closure.ask.handler(({ input, context }) => ask(context, input)),
  agree: closure.agree.handler(({ input, context }) => agreeTo(context, input)),
  sendBack: closure.sendBack.handler(({ input, context }) => returnIt(context, input)),
  withdraw: closure.withdraw.handler(({ input, context }) => withdrawIt(context, input)),
  addSigner: closure.addSigner.handler(({ input, context }) => askSigner(context, input)),
  meeting: closure.meeting.handler(({ input, context }) => enterMeeting(context, input)),
  reopen: closure.reopen.handler(({ input, context }) => openAgain(context, input)),
  levels: closure.levels.handler(({ context }) => getLevels(context)),
  setLevels: closure.setLevels.handler(({ input, context }) => setLevels(context, input)),
}
