import { hash as argonHash, verify as argonVerify } from '@node-rs/argon2'
import { makeQueue } from '#server/authn/password/queue.ts'
import { hashWithSm3, isSm3Hash, verifyWithSm3 } from '#server/authn/password/sm3-password.ts'

/** How new passwords are kept: argon2id, or PBKDF2 with HMAC-SM3 where the state's algorithms are asked for. Hashes of both are always understood. */
export type PasswordHash = 'argon2id' | 'sm3'

/** What an argon2id hash costs. `memoryCost` in KiB, `timeCost` in passes. */
export interface HashCost {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

/** OWASP's argon2id: 19 MiB, two passes (the algorithm is the library's default). */
const COST: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes passwords, few at a time. They count in NFC, to the last byte: nothing is cut off. */
export interface Hasher {
  readonly hash: (password: string) => Promise<string>
  /** Whether the password fits; `null` (there is no such account) takes as long and never fits. */
  readonly verify: (password: string, stored: string | null) => Promise<boolean>
  /** Whether a hash is kept otherwise than new ones are, and is to be made anew when the password is at hand. */
  readonly isOutdated: (stored: string) => boolean
  /** Verifications done so far, those against nothing included. */
  readonly verifications: () => number
}

/** Makes a hasher. Throws TOO_MANY_REQUESTS where too many already wait. `cost`: of an argon2id hash; nothing but a test lowers it. */
export async function makeHasher(kind: PasswordHash = 'argon2id', cost: HashCost = COST): Promise<Hasher> {
  const queue = makeQueue()
  const make = (password: string) => (kind === 'sm3' ? hashWithSm3(password) : argonHash(password, { ...cost }))
  const nobody = await make('nobody')
  let verifications = 0
  return {
    hash: (password) => queue(() => make(password.normalize('NFC'))),
    verify: (password, stored) =>
      queue(async () => {
        verifications += 1
        const isRight = await fits(password.normalize('NFC'), stored ?? nobody)
        return isRight && stored !== null
      }),
    isOutdated: (stored) => isSm3Hash(stored) !== (kind === 'sm3'),
    verifications: () => verifications,
  }
}

function fits(password: string, stored: string): Promise<boolean> {
  return isSm3Hash(stored) ? verifyWithSm3(password, stored) : argonVerify(stored, password)
}
