import { randomBytes } from 'node:crypto'
import type { PasswordProfile } from '#core/authn/password-profile.ts'
import { type AddressLimiter, makeAddressLimiter } from '#server/authn/guessing/address-limiter.ts'
import type { AddressList } from '#server/authn/guessing/address-list.ts'
import type { Directory } from '#server/authn/elsewhere/directory.ts'
import type { Provider } from '#server/authn/elsewhere/provider.ts'
import { type HashCost, type Hasher, makeHasher, type PasswordHash } from '#server/authn/password/hashing.ts'
import { type SecretBox, secretBoxOf } from '#server/authn/secret-box.ts'

/** How people sign in here, by the settings. */
export interface SignInRules {
  readonly passwords: PasswordProfile
  readonly passwordHash: PasswordHash
  readonly box: SecretBox
  /** From where administrators' routes are answered; null: from everywhere. */
  readonly administratorAddresses: AddressList | null
  /** Others who know who people are; null: none. */
  readonly provider: Provider | null
  readonly directory: Directory | null
}

/** What keeps sign-in from being worn down, and its rules: shared by all requests of a process. */
export interface Limits {
  readonly hasher: Hasher
  readonly addresses: AddressLimiter
  readonly rules: SignInRules
}

/** Rules where nothing is set; secrets are sealed with a key that is gone when the process ends. */
function usualRules(): SignInRules {
  return {
    passwords: 'dengbao',
    passwordHash: 'argon2id',
    box: secretBoxOf(randomBytes(32)),
    administratorAddresses: null,
    provider: null,
    directory: null,
  }
}

/** Makes them. `cost`: what a password hash costs where it is not to cost what it should. */
export async function makeLimits(rules: Partial<SignInRules> = {}, cost?: HashCost): Promise<Limits> {
  const all = { ...usualRules(), ...rules }
  return { hasher: await makeHasher(all.passwordHash, cost), addresses: makeAddressLimiter(), rules: all }
}
