import { changePassword } from '#server/authn/password/change-password.ts'
import { confirmIdentity } from '#server/authn/confirm.ts'
import { currentCaller } from '#server/authn/sessions/current.ts'
import { makeChallenge } from '#server/authn/factor/challenge.ts'
import { giveFactor } from '#server/authn/factor/give.ts'
import { sessionOf } from '#server/authn/sessions/session.ts'
import {
  endAllSessions,
  endOtherSessions,
  endOwnSession,
  endSessionOf,
  listOwnSessions,
  listSessions,
} from '#server/authn/sessions/sessions.ts'
import { type OpenedSession, signIn } from '#server/authn/sign-in.ts'
import { signOut } from '#server/authn/sign-out.ts'
import { halfSignedIn, open, type RequestContext, signedIn, signedInAnyhow } from '#server/http/implementer.ts'

/** Sets the cookie to what a verb has opened, and answers who it is. */
function takeUp({ cookie }: RequestContext, { token, caller }: OpenedSession) {
  cookie.set(token)
  return caller.signedIn
}

const tokenOf = ({ cookie }: RequestContext): string => cookie.token ?? ''

export const sessionRouter = {
  signIn: open.session.signIn.handler(async ({ input, context }) => takeUp(context, await signIn(context, input, context.cookie.token))),
  current: halfSignedIn.session.current.handler(async ({ context }) => {
    const caller = await currentCaller(context, context.cookie.token)
    return caller.signedIn
  }),
  signOut: halfSignedIn.session.signOut.handler(async ({ context }) => {
    await signOut(context, tokenOf(context))
    context.cookie.clear()
  }),
  giveFactor: halfSignedIn.session.giveFactor.handler(async ({ input, context }) =>
    takeUp(context, await giveFactor(context, input, tokenOf(context))),
  ),
  giveSignature: halfSignedIn.session.giveSignature.handler(async ({ input, context }) =>
    takeUp(context, await giveFactor(context, input, tokenOf(context))),
  ),
  challenge: halfSignedIn.session.challenge.handler(async ({ context }) => ({
    challenge: await makeChallenge(context.db, sessionOf(context.actor).id, context.now),
  })),
  changePassword: signedInAnyhow.session.changePassword.handler(async ({ input, context }) =>
    takeUp(context, await changePassword(context, input)),
  ),
  confirm: signedInAnyhow.session.confirm.handler(async ({ input, context }) =>
    takeUp(context, await confirmIdentity(context, input, tokenOf(context))),
  ),
  list: signedInAnyhow.session.list.handler(async ({ context }) => ({ items: await listOwnSessions(context) })),
  end: signedInAnyhow.session.end.handler(({ input, context }) => endOwnSession(context, input)),
  endOthers: signedInAnyhow.session.endOthers.handler(({ context }) => endOtherSessions(context)),
  ofEverybody: signedIn.session.ofEverybody.handler(async ({ context }) => ({ items: await listSessions(context) })),
  endOf: signedIn.session.endOf.handler(({ input, context }) => endSessionOf(context, input)),
  endAllOf: signedIn.session.endAllOf.handler(({ input, context }) => endAllSessions(context, input)),
}
