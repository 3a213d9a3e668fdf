import { setCriteria } from '#server/closure/criteria.ts'
import { agreeTo, ask, askSigner, enterMeeting, openAgain, returnIt, withdrawIt } from '#server/closure/decide.ts'
import { closuresOf, listClosures } from '#server/closure/read.ts'
import { setOrigin } from '#server/closure/origin.ts'
import { getLevels, previewLevels, setLevels } from '#server/closure/settings.ts'
import { listWatched, recordCheck } from '#server/closure/watch.ts'
import { noteOpened } from '#server/closure/opened.ts'
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
  open: closure.open.handler(({ input, context }) => noteOpened(context, input)),
  watch: closure.watch.handler(({ context }) => listWatched(context)),
  check: closure.check.handler(({ input, context }) => recordCheck(context, input)),
  setCriteria: closure.setCriteria.handler(({ input, context }) => setCriteria(context, input)),
  previewLevels: closure.previewLevels.handler(({ input, context }) => previewLevels(context, input)),
  levels: closure.levels.handler(({ context }) => getLevels(context)),
  setOrigin: closure.setOrigin.handler(({ input, context }) => setOrigin(context, input)),
  setLevels: closure.setLevels.handler(({ input, context }) => setLevels(context, input)),
}
