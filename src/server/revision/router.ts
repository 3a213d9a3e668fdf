import { signedIn } from '#server/http/implementer.ts'
import { applyRevision } from '#server/revision/apply.ts'
import { compareAgain } from '#server/revision/compare-again.ts'
import { compareRevision } from '#server/revision/compare.ts'
import { getRevision, listRevisions } from '#server/revision/read.ts'
import { withdrawRevision } from '#server/revision/withdraw.ts'

const { revision } = signedIn

export const revisionRouter = {
  list: revision.list.handler(({ input, context }) => listRevisions(context, input)),
  compare: revision.compare.handler(({ input, context }) => compareRevision(context, input)),
  compareAgain: revision.compareAgain.handler(({ input, context }) => compareAgain(context, input)),
  get: revision.get.handler(({ input, context }) => getRevision(context, input)),
  apply: revision.apply.handler(({ input, context }) => applyRevision(context, input)),
  withdraw: revision.withdraw.handler(({ input, context }) => withdrawRevision(context, input)),
}
