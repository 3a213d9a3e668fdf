import { type AddressLimiter, makeAddressLimiter } from '#server/authn/address-limiter.ts'
import { type Hasher, makeHasher } from '#server/authn/hashing.ts'

/** What keeps sign-in from being worn down: shared by all requests of a process. */
export interface Limits {
  readonly hasher: Hasher
  readonly addresses: AddressLimiter
}

export async function makeLimits(): Promise<Limits> {
  return { hasher: await makeHasher(), addresses: makeAddressLimiter() }
}
