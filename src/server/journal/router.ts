import { signedIn } from '#server/http/implementer.ts'
import { annotateEntry } from '#server/journal/annotate.ts'
import { getProof, journalState, journalWindow } from '#server/journal/read.ts'

const { journal } = signedIn

export const journalRouter = {
  window: journal.window.handler(({ input, context }) => journalWindow(context, input)),
  state: journal.state.handler(({ context }) => journalState(context)),
  annotate: journal.annotate.handler(({ input, context }) => annotateEntry(context, input)),
  proof: journal.proof.handler(({ input, context }) => getProof(context, input)),
}
