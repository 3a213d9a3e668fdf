import { Post } from '#core/access/post.ts'
import { clearAttempts, reserveAttempt } from '#server/authn/attempt.ts'
import { type Caller, currentCaller } from '#server/authn/current.ts'
import type { Limits } from '#server/authn/limits.ts'
import { loginKey } from '#server/authn/login-key.ts'
import { recordFailedSignIn } from '#server/authn/record-failed-sign-in.ts'
import { endSession, openSession } from '#server/authn/session.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** What signing in gives: the token for the cookie, and who it is. */
export interface OpenedSession {
  readonly token: string
  readonly caller: Caller
}

/**
 * Signs in with login and password. An unknown login, a wrong or outdated printed password, a locked and a disabled account all answer UNAUTHENTICATED after the same
 * work. The session of the request, if it brought one (`earlier`), ends: a token from before signing in is worth nothing afterwards.
 */
export async function signIn(
  context: Surroundings & { readonly limits: Limits },
  { login, password }: { login: string; password: string },
  earlier: string | null,
): Promise<OpenedSession> {
  const { db, now, limits, address } = context
  limits.addresses.demand(address, now)
  const account = await reserveAttempt(db, { loginKey: loginKey(login) }, now)
  const fits = await limits.hasher.verify(password, account?.passwordHash ?? null)
  const isPast = account !== null && account.initialUntil !== null && account.initialUntil <= now
  if (!account || !fits || isPast) {
    limits.addresses.countFailure(address, now)
    await recordFailedSignIn(context, { loginKey: loginKey(login) })
    throw new AppError('UNAUTHENTICATED')
  }
  const token = await change(context, async ({ tx, allow, record }) => {
    allow('session:sign-in')
    await clearAttempts(tx, account.id, now)
    if (earlier !== null) await endSession(tx, earlier)
    const opened = await openSession(tx, account.id, address, now)
    const by = { accountId: account.id, jurisdictionId: account.jurisdictionId, name: account.name, post: Post.parse(account.post) }
    await record({ verb: 'session.sign-in', subject: { kind: 'account', id: account.id }, by })
    return opened
  })
  return { token, caller: await currentCaller(context, token) }
}
