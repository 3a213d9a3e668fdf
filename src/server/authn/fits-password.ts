import type { AttemptedAccount } from '#server/authn/attempt.ts'
import type { Limits } from '#server/authn/limits.ts'
import type { SignInWay } from '#server/authn/session.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** Whether a password is that of the account, and who said so. */
export interface PasswordProof {
  readonly fits: boolean
  readonly via: SignInWay
}

/** Compares a password with the account's own; null (no such account, or locked) takes as long and never fits. */
export async function fitsPassword(
  { limits }: Surroundings & { readonly limits: Limits },
  account: AttemptedAccount | null,
  password: string,
): Promise<PasswordProof> {
  return { fits: await limits.hasher.verify(password, account?.passwordHash ?? null), via: 'password' }
}
