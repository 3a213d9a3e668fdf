import type { AttemptedAccount } from '#server/authn/guessing/attempt.ts'
import { directorySubjectOf } from '#server/authn/elsewhere/identity.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import type { SignInWay } from '#server/authn/sessions/session.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** Whether a password is that of the account, and who said so. */
export interface PasswordProof {
  readonly fits: boolean
  readonly via: SignInWay
}

/**
 * Compares a password with the account's own, or asks the directory where the account is linked with it; null (no such account, or locked) takes as long as the
 * former and never fits. UNAVAILABLE: the directory does not answer.
 */
export async function fitsPassword(
  { db, limits }: Surroundings & { readonly limits: Limits },
  account: AttemptedAccount | null,
  password: string,
): Promise<PasswordProof> {
  const { directory } = limits.rules
  const subject = account === null || directory === null ? null : await directorySubjectOf(db, account.id)
  if (subject === null || directory === null)
    return { fits: await limits.hasher.verify(password, account?.passwordHash ?? null), via: 'password' }
  const [fits] = await Promise.all([directory.fits(subject, password), limits.hasher.verify(password, null)])
  return { fits, via: 'directory' }
}
