import { passwordFaults } from '#core/access/password.ts'
import { clearAttempts, reserveAttempt } from '#server/authn/attempt.ts'
import { currentCaller } from '#server/authn/current.ts'
import type { Limits } from '#server/authn/limits.ts'
import { recordFailedSignIn } from '#server/authn/record-failed-sign-in.ts'
import { endSessions, openSession } from '#server/authn/session.ts'
import type { OpenedSession } from '#server/authn/sign-in.ts'
import type { Db } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** The current password and this many before it may not be used again. */
const REMEMBERED = 5

/**
 * Changes the password of the one signed in. Wrong guesses at the current one count toward the lock as at sign-in. All sessions end; the
 * request goes on with a new one.
 */
export async function changePassword(
  context: Context & { readonly limits: Limits },
  { current, next }: { current: string; next: string },
): Promise<OpenedSession> {
  const { db, now, limits, actor, address } = context
  limits.addresses.demand(address, now)
  const account = await reserveAttempt(db, { id: actor.accountId }, now)
  if (!(await limits.hasher.verify(current, account?.passwordHash ?? null)) || !account) {
    limits.addresses.countFailure(address, now)
    await recordFailedSignIn(context, { id: actor.accountId })
    throw new AppError('UNAUTHENTICATED')
  }
  const fault = passwordFaults(next, account.login)[0] ?? ((await isRemembered(db, limits, account, next)) ? 'reused' : null)
  if (fault !== null) {
    await clearAttempts(db, account.id)
    throw new AppError('INVALID', { fields: [{ path: ['next'], code: fault }] })
  }
  const passwordHash = await limits.hasher.hash(next)
  const token = await change(context, async ({ tx, allow, record }) => {
    allow('session:change-password')
    await tx
      .insertInto('formerPassword')
      .values({ accountId: account.id, replacedAt: now, passwordHash: account.passwordHash })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .updateTable('account')
      .set({ passwordHash, passwordChangedAt: now, initialUntil: null, failedAttempts: 0, lockedUntil: null })
      .where('id', '=', account.id)
      .execute()
    await endSessions(tx, account.id)
    await record({ verb: 'session.change-password', subject: { kind: 'account', id: account.id } })
    return openSession(tx, account.id, address, now)
  })
  return { token, caller: await currentCaller(context, token) }
}

async function isRemembered(db: Db, limits: Limits, account: { id: string; passwordHash: string }, next: string): Promise<boolean> {
  const former = await db
    .selectFrom('formerPassword')
    .select('passwordHash')
    .where('accountId', '=', account.id)
    .orderBy('replacedAt', 'desc')
    .limit(REMEMBERED)
    .execute()
  for (const { passwordHash } of [account, ...former]) if (await limits.hasher.verify(next, passwordHash)) return true
  return false
}
