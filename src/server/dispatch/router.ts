import { dispatchBoard } from '#server/dispatch/board.ts'
import { claimFindings, giveBack, setFirst } from '#server/dispatch/claims.ts'
import { waitingCounts } from '#server/dispatch/counts.ts'
import { dispatchOf } from '#server/dispatch/one.ts'
import { pledgeFile } from '#server/dispatch/pledge-file.ts'
import { responsibilitySheet } from '#server/dispatch/sheet.ts'
import { listPledges, sign } from '#server/dispatch/sign.ts'
import { confirmAll, confirmIt, handOutAll, insist, reassign, refineIt, refuseIt, withdraw } from '#server/dispatch/verbs.ts'
import { signedIn } from '#server/http/implementer.ts'

const { dispatch } = signedIn

export const dispatchRouter = {
  board: dispatch.board.handler(({ input, context }) => dispatchBoard(context, input)),
  waiting: dispatch.waiting.handler(({ context }) => waitingCounts(context)),
  ofCommitment: dispatch.ofCommitment.handler(({ input, context }) => dispatchOf(context, input)),
  setFirst: dispatch.setFirst.handler(({ input, context }) => setFirst(context, input)),
  claim: dispatch.claim.handler(({ input, context }) => claimFindings(context, input)),
  giveBack: dispatch.giveBack.handler(({ input, context }) => giveBack(context, input)),
  handOut: dispatch.handOut.handler(({ input, context }) => handOutAll(context, input)),
  reassign: dispatch.reassign.handler(({ input, context }) => reassign(context, input)),
  withdraw: dispatch.withdraw.handler(({ input, context }) => withdraw(context, input)),
  insist: dispatch.insist.handler(({ input, context }) => insist(context, input)),
  confirm: dispatch.confirm.handler(({ input, context }) => confirmIt(context, input)),
  confirmAll: dispatch.confirmAll.handler(({ input, context }) => confirmAll(context, input)),
  refuse: dispatch.refuse.handler(({ input, context }) => refuseIt(context, input)),
  refine: dispatch.refine.handler(({ input, context }) => refineIt(context, input)),
  pledges: dispatch.pledges.handler(({ input, context }) => listPledges(context, input)),
  signPledge: dispatch.signPledge.handler(({ input, context }) => sign(context, input)),
  pledgeFile: dispatch.pledgeFile.handler(({ input, context }) => pledgeFile(context, input)),
  sheet: dispatch.sheet.handler(({ input, context }) => responsibilitySheet(context, input)),
}
