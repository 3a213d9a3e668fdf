import { passwordFaults } from '#core/authn/password.ts'
import { passwordRules } from '#core/authn/password-profile.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { type AttemptedAccount, clearAttempts } from '#server/authn/guessing/attempt.ts'
import { isListedPassword } from '#server/authn/password/common-passwords.ts'
import { currentCaller } from '#server/authn/sessions/current.ts'
import { tryGuess } from '#server/authn/guessing/guess.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { endSessions, openSession, sessionOf } from '#server/authn/sessions/session.ts'
import type { OpenedSession } from '#server/authn/sign-in.ts'
import type { Db } from '#server/db/connect.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/**
 * Changes the password of the one signed in. Wrong guesses at the current one count toward the lock as at sign-in. All sessions end; the
 * request goes on with a new one.
 */
export async function changePassword(
  context: Context & { readonly limits: Limits },
  { current, next }: { current: string; next: string },
): Promise<OpenedSession> {
  const { db, now, limits, actor, address, agent = '' } = context
  const { via, factorAt } = sessionOf(actor)
  if (via === 'directory') accepted(refuse('password-elsewhere'))
  const account = await tryGuess(context, {
    by: { id: actor.accountId },
    verb: 'session.change-password',
    fits: (found) => limits.hasher.verify(current, found?.passwordHash ?? null),
  })
  const fault = await faultOf(db, limits, account, next)
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
    return openSession(tx, account.id, address, now, { agent, factorAt })
  })
  return { token, caller: await currentCaller(context, token) }
}

/** What speaks against the new password; the one in use may never be the new one, whatever the profile remembers. */
async function faultOf(db: Db, limits: Limits, account: AttemptedAccount, next: string): Promise<string | null> {
  const { passwords: profile } = limits.rules
  const fault = passwordFaults(next, account.login, { profile, isListed: isListedPassword })[0]
  if (fault !== undefined) return fault
  const { remembered } = passwordRules[profile]
  const former = await db
    .selectFrom('formerPassword')
    .select('passwordHash')
    .where('accountId', '=', account.id)
    .orderBy('replacedAt', 'desc')
    .limit(remembered)
    .execute()
  for (const { passwordHash } of [account, ...former]) if (await limits.hasher.verify(next, passwordHash)) return 'reused'
  return null
}
