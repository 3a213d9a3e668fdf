import { AppError } from '#server/platform/errors.ts'

/** Hashings at once: each takes 19 MiB and a core. */
const AT_ONCE = 2
/** Waiting beyond this many is refused. */
const MOST_WAITING = 100

/** Runs few works at once and lets others wait. Throws TOO_MANY_REQUESTS where too many do. */
export function makeQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= AT_ONCE) {
      if (waiting.length >= MOST_WAITING) throw new AppError('TOO_MANY_REQUESTS')
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
