import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#server/platform/errors.ts'

/** OWASP's argon2id: 19 MiB, two passes (the algorithm is the library's default). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Hashings at once: each takes 19 MiB and a core. */
const AT_ONCE = 2
/** Waiting beyond this many is refused. */
const QUEUE = 100

/** Hashes passwords, few at a time. */
export interface Hasher {
  readonly hash: (password: string) => Promise<string>
  /** Whether the password fits; `null` (there is no such account) takes as long and never fits. */
  readonly verify: (password: string, stored: string | null) => Promise<boolean>
  /** Verifications done so far, those against nothing included. */
  readonly verifications: () => number
}

/** Makes a hasher. Throws TOO_MANY_REQUESTS where too many already wait. */
export async function makeHasher(): Promise<Hasher> {
  const queue = makeQueue()
  const nobody = await hash('nobody', COST)
  let verifications = 0
  return {
    hash: (password) => queue(() => hash(password.normalize('NFC'), COST)),
    verify: (password, stored) =>
      queue(async () => {
        verifications += 1
        const fits = await verify(stored ?? nobody, password.normalize('NFC'))
        return fits && stored !== null
      }),
    verifications: () => verifications,
  }
}

function makeQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= AT_ONCE) {
      if (waiting.length >= QUEUE) throw new AppError('TOO_MANY_REQUESTS')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // the place is handed on, so that nobody slips in between
      if (next) next()
      else running -= 1
    }
  }
}
