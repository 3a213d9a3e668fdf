import { clearAttempts } from '#server/authn/guessing/attempt.ts'
import { currentCaller } from '#server/authn/sessions/current.ts'
import { hasSecondFactor } from '#server/authn/factor/load.ts'
import { consumeCode } from '#server/authn/factor/consume-code.ts'
import { fitsPassword } from '#server/authn/password/fits-password.ts'
import { tryGuess } from '#server/authn/guessing/guess.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { renewToken } from '#server/authn/sessions/session.ts'
import type { OpenedSession } from '#server/authn/sign-in.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/**
 * 再次验证身份: the password, and the code where a second factor is enrolled. Wrong guesses count as at sign-in; the session goes on with a new token. INVALID names
 * `code` where it is missing.
 */
export async function confirmIdentity(
  context: Context & { readonly limits: Limits },
  { password, code }: { readonly password: string; readonly code?: string | undefined },
  token: string,
): Promise<OpenedSession> {
  const { db, now, limits, actor } = context
  const { accountId } = actor
  const needsCode = await hasSecondFactor(db, accountId)
  if (needsCode && code === undefined) throw new AppError('INVALID', { fields: [{ path: ['code'], code: 'missing' }] })
  await tryGuess(context, {
    by: { id: accountId },
    verb: 'session.confirm',
    async fits(account) {
      const { fits } = await fitsPassword(context, account, password)
      return fits && (!needsCode || (await consumeCode(db, limits.rules.box, { accountId, code: code ?? '', now })))
    },
  })
  const next = await change(context, async ({ tx, allow, record }) => {
    allow('session:confirm')
    await clearAttempts(tx, accountId)
    const renewed = await renewToken(tx, token, { confirmedAt: now })
    await record({ verb: 'session.confirm', subject: { kind: 'account', id: accountId } })
    return renewed
  })
  return { token: next, caller: await currentCaller(context, next) }
}
