import { endSession } from '#server/authn/sessions/session.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Ends the session of this request. */
export async function signOut(context: Context, token: string): Promise<void> {
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('session:sign-out')
    await endSession(tx, token)
    await record({ verb: 'session.sign-out', subject: { kind: 'account', id: actor.accountId } })
  })
}
