import { Post } from '#core/access/post.ts'
import { type AttemptedAccount, clearAttempts, returnAttempt } from '#server/authn/guessing/attempt.ts'
import { type Caller, currentCaller } from '#server/authn/sessions/current.ts'
import { hasSecondFactor } from '#server/authn/factor/load.ts'
import { tryGuess } from '#server/authn/guessing/guess.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { loginKey } from '#server/authn/login-key.ts'
import { endSession, openSession, type SignInWay } from '#server/authn/sessions/session.ts'
import { fitsPassword } from '#server/authn/password/fits-password.ts'
import { change } from '#server/verb/change.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** What signing in gives: the token for the cookie, and who it is. */
export interface OpenedSession {
  readonly token: string
  readonly caller: Caller
}

/**
 * Signs in with login and password. An unknown login, a wrong or outdated printed password, a locked and a disabled account all answer UNAUTHENTICATED after the same
 * work. The session of the request, if it brought one (`earlier`), ends: a token from before signing in is worth nothing afterwards. Where a second factor is
 * enrolled the session can do nothing yet but take it.
 */
export async function signIn(
  context: Surroundings & { readonly limits: Limits },
  { login, password }: { login: string; password: string },
  earlier: string | null,
): Promise<OpenedSession> {
  const { limits, now } = context
  let via: SignInWay = 'password'
  const account = await tryGuess(context, {
    by: { loginKey: loginKey(login) },
    verb: 'session.sign-in',
    async fits(found) {
      const proof = await fitsPassword(context, found, password)
      via = proof.via
      const isPast = via === 'password' && found !== null && found.initialUntil !== null && found.initialUntil <= now
      return proof.fits && !isPast
    },
  })
  const isOutdated = via === 'password' && limits.hasher.isOutdated(account.passwordHash)
  const anew = isOutdated ? await limits.hasher.hash(password) : null
  return openFor(context, account, { via, earlier, anew })
}

/** How a session is opened: `anew`: the password's hash as it is now made, where the stored one is of another kind. */
interface Opening {
  readonly via: SignInWay
  readonly earlier: string | null
  readonly anew?: string | null
}

/** Opens a session for an account that has proved who it is. */
export async function openFor(
  context: Surroundings & { readonly limits: Limits },
  account: AttemptedAccount,
  { via, earlier, anew = null }: Opening,
): Promise<OpenedSession> {
  const { now, address, agent = '' } = context
  const token = await change(context, async ({ tx, allow, record }) => {
    allow('session:sign-in')
    if (await hasSecondFactor(tx, account.id)) await returnAttempt(tx, account.id)
    else await clearAttempts(tx, account.id, now)
    if (anew !== null)
      await tx
        .updateTable('account')
        .set({ passwordHash: anew })
        .where('id', '=', account.id)
        .where('passwordHash', '=', account.passwordHash)
        .execute()
    if (earlier !== null) await endSession(tx, earlier)
    const opened = await openSession(tx, account.id, address, now, { agent, via })
    const by = { accountId: account.id, jurisdictionId: account.jurisdictionId, name: account.name, post: Post.parse(account.post) }
    await record({ verb: 'session.sign-in', subject: { kind: 'account', id: account.id }, after: { via }, by })
    return opened
  })
  return { token, caller: await currentCaller(context, token) }
}
