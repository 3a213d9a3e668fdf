import { type AttemptedAccount, reserveAttempt, returnAttempt } from '#server/authn/guessing/attempt.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { recordFailedSignIn } from '#server/authn/guessing/record-failed-sign-in.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** A guess at a secret of one account: a password, a code, a signature. */
interface Guess {
  readonly by: { readonly loginKey: string } | { readonly id: string }
  /** The verb it is part of, as the journal names it. */
  readonly verb: string
  /** Whether the secret fits; asked also where there is no such account or it is locked (null), so that both take as long. */
  readonly fits: (account: AttemptedAccount | null) => Promise<boolean>
}

/**
 * The one way to try a secret: the address may, the attempt is reserved, then the secret is compared; a failure is counted and journalled. Throws UNAUTHENTICATED,
 * or TOO_MANY_REQUESTS. What succeeds calls `clearAttempts` in its own transaction.
 */
export async function tryGuess(context: Surroundings & { readonly limits: Limits }, { by, verb, fits }: Guess): Promise<AttemptedAccount> {
  const { db, now, limits, address } = context
  limits.addresses.demand(address, now)
  const account = await reserveAttempt(db, by, now)
  const isRight = await fits(account).catch(async (error: unknown) => {
    // nothing was compared: the guess does not count
    if (account !== null) await returnAttempt(db, account.id)
    throw error
  })
  if (isRight && account !== null) return account
  limits.addresses.countFailure(address, now)
  await recordFailedSignIn(context, by, verb)
  throw new AppError('UNAUTHENTICATED')
}
