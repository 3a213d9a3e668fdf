import { clearAttempts } from '#server/authn/guessing/attempt.ts'
import { currentCaller } from '#server/authn/sessions/current.ts'
import { fitsChallenge, type SignedText } from '#server/authn/factor/challenge.ts'
import { consumeCode } from '#server/authn/factor/consume-code.ts'
import { tryGuess } from '#server/authn/guessing/guess.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { endOldest, renewToken, sessionOf } from '#server/authn/sessions/session.ts'
import type { OpenedSession } from '#server/authn/sign-in.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 第二重验证 at sign-in: a code or a signature. Wrong ones count toward the same lock as passwords; the session goes on with a new token. */
export async function giveFactor(
  context: Context & { readonly limits: Limits },
  given: { readonly code: string } | SignedText,
  token: string,
): Promise<OpenedSession> {
  const { db, now, limits, actor } = context
  const { accountId } = actor
  await tryGuess(context, {
    by: { id: accountId },
    verb: 'session.give-factor',
    async fits(account) {
      if (account === null) return false
      return 'code' in given
        ? consumeCode(db, limits.rules.box, { accountId, code: given.code, now })
        : fitsChallenge(db, { ...given, accountId, sessionId: sessionOf(actor).id, now })
    },
  })
  const next = await change(context, async ({ tx, allow, record }) => {
    allow('session:sign-in')
    await clearAttempts(tx, accountId, now)
    const renewed = await renewToken(tx, token, { confirmedAt: now, factorAt: now })
    await endOldest(tx, accountId, true)
    const kind = 'code' in given ? 'code' : 'key'
    await record({ verb: 'session.give-factor', subject: { kind: 'account', id: accountId }, after: { kind } })
    return renewed
  })
  return { token: next, caller: await currentCaller(context, next) }
}
