import { signedIn } from '#server/http/implementer.ts'
import { compare, settleDifferences, signOff } from '#server/reconciliation/act.ts'
import { getReconciliation, listReconciliations } from '#server/reconciliation/read.ts'
import { slipOf } from '#server/reconciliation/slip.ts'

const { reconciliation } = signedIn

export const reconciliationRouter = {
  list: reconciliation.list.handler(({ context }) => listReconciliations(context)),
  get: reconciliation.get.handler(({ input, context }) => getReconciliation(context, input)),
  compare: reconciliation.compare.handler(({ input, context }) => compare(context, input)),
  settle: reconciliation.settle.handler(({ input, context }) => settleDifferences(context, input)),
  sign: reconciliation.sign.handler(({ input, context }) => signOff(context, input)),
  slip: reconciliation.slip.handler(({ input, context }) => slipOf(context, input)),
}
