import { finishElsewhere, startElsewhere } from '#server/authn/elsewhere/sign-in.ts'
import { linkAccount, listIdentities, ownIdentities, unlinkAccount } from '#server/authn/elsewhere/manage.ts'
import { open, signedIn, signedInAnyhow } from '#server/http/implementer.ts'

export const federatedRouter = {
  ways: open.federated.ways.handler(({ context }) => ({
    hasProvider: context.limits.rules.provider !== null,
    hasDirectory: context.limits.rules.directory !== null,
  })),
  start: open.federated.start.handler(async ({ context }) => {
    const { secret, url } = await startElsewhere(context, 'sign-in')
    context.cookie.elsewhere.set(secret)
    return { url }
  }),
  startOwn: signedInAnyhow.federated.startOwn.handler(async ({ input, context }) => {
    const { secret, url } = await startElsewhere(context, input.purpose)
    context.cookie.elsewhere.set(secret)
    return { url }
  }),
  finish: open.federated.finish.handler(async ({ input, context }) => {
    const { cookie } = context
    const secret = cookie.elsewhere.token
    cookie.elsewhere.clear()
    const { token, caller, purpose } = await finishElsewhere(context, { secret, query: input.query }, cookie.token)
    cookie.set(token)
    return { ...caller.signedIn, purpose }
  }),
  own: signedInAnyhow.federated.own.handler(async ({ context }) => ({ items: await ownIdentities(context) })),
  ofAccount: signedIn.federated.ofAccount.handler(async ({ input, context }) => ({ items: await listIdentities(context, input) })),
  linkAccount: signedIn.federated.linkAccount.handler(async ({ input, context }) => ({ items: await linkAccount(context, input) })),
  unlinkAccount: signedIn.federated.unlinkAccount.handler(async ({ input, context }) => ({ items: await unlinkAccount(context, input) })),
}
