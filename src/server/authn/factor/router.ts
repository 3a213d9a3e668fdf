import { clearFactors } from '#server/authn/factor/clear.ts'
import { addKey, removeKey } from '#server/authn/factor/keys.ts'
import { loadFactors } from '#server/authn/factor/load.ts'
import { printCodes, removeCodes } from '#server/authn/factor/printed.ts'
import { finishTotp, removeTotp, startTotp } from '#server/authn/factor/totp.ts'
import { signedIn, signedInAnyhow } from '#server/http/implementer.ts'
import { view } from '#server/verb/change.ts'

const { secondFactor } = signedInAnyhow

export const secondFactorRouter = {
  state: secondFactor.state.handler(({ context }) =>
    view(context, async ({ tx, actor, allow }) => {
      allow('factor:read')
      return loadFactors(tx, actor)
    }),
  ),
  startTotp: secondFactor.startTotp.handler(({ context }) => startTotp(context)),
  finishTotp: secondFactor.finishTotp.handler(({ input, context }) => finishTotp(context, input)),
  removeTotp: secondFactor.removeTotp.handler(({ context }) => removeTotp(context)),
  printCodes: secondFactor.printCodes.handler(({ context }) => printCodes(context)),
  removeCodes: secondFactor.removeCodes.handler(({ context }) => removeCodes(context)),
  addKey: secondFactor.addKey.handler(({ input, context }) => addKey(context, input)),
  removeKey: secondFactor.removeKey.handler(({ input, context }) => removeKey(context, input)),
  clear: signedIn.secondFactor.clear.handler(({ input, context }) => clearFactors(context, input)),
}
