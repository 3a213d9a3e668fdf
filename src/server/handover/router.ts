import { beginOne, cancelOne, confirmOne, listHandovers } from '#server/handover/verbs.ts'
import { signedIn } from '#server/http/implementer.ts'

const { handover } = signedIn

export const handoverRouter = {
  list: handover.list.handler(({ context }) => listHandovers(context)),
  begin: handover.begin.handler(({ input, context }) => beginOne(context, input)),
  confirm: handover.confirm.handler(({ input, context }) => confirmOne(context, input)),
  cancel: handover.cancel.handler(({ input, context }) => cancelOne(context, input)),
}
