import { changePassword } from '#server/authn/change-password.ts'
import { currentCaller } from '#server/authn/current.ts'
import { signIn } from '#server/authn/sign-in.ts'
import { signOut } from '#server/authn/sign-out.ts'
import { open, signedInAnyhow } from '#server/http/implementer.ts'

export const sessionRouter = {
  signIn: open.session.signIn.handler(async ({ input, context }) => {
    const { token, caller } = await signIn(context, input, context.cookie.token)
    context.cookie.set(token)
    return caller.signedIn
  }),
  current: signedInAnyhow.session.current.handler(async ({ context }) => {
    const caller = await currentCaller(context, context.cookie.token)
    return caller.signedIn
  }),
  signOut: signedInAnyhow.session.signOut.handler(async ({ context }) => {
    if (context.cookie.token !== null) await signOut(context, context.cookie.token)
    context.cookie.clear()
  }),
  changePassword: signedInAnyhow.session.changePassword.handler(async ({ input, context }) => {
    const { token, caller } = await changePassword(context, input)
    context.cookie.set(token)
    return caller.signedIn
  }),
}
