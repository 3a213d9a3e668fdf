import type { Instant } from '#core/day/day.ts'
import { AppError } from '#server/platform/errors.ts'

/** Counts failures by network address, beside the lock of each account: against one guess at each of many accounts. */
export interface AddressLimiter {
  /** Throws TOO_MANY_REQUESTS where the address has failed too often of late. */
  readonly demand: (address: string | null, now: Instant) => void
  readonly countFailure: (address: string | null, now: Instant) => void
}

const WINDOW_MS = 10 * 60_000
const FAILURES = 100
const ADDRESSES_KEPT = 10_000

/** A limiter in memory: 100 failures in ten minutes per address (per /64 of IPv6). */
export function makeAddressLimiter(): AddressLimiter {
  const windows = new Map<string, { begun: number; failures: number }>()
  const windowOf = (address: string, now: Instant) => {
    const found = windows.get(address)
    return found && Date.parse(now) - found.begun < WINDOW_MS ? found : null
  }
  return {
    demand(address, now) {
      if ((windowOf(networkOf(address), now)?.failures ?? 0) >= FAILURES) throw new AppError('TOO_MANY_REQUESTS')
    },
    countFailure(address, now) {
      const network = networkOf(address)
      const found = windowOf(network, now)
      if (found) found.failures += 1
      else {
        windows.delete(network)
        windows.set(network, { begun: Date.parse(now), failures: 1 })
      }
      const oldest = windows.keys().next().value
      if (windows.size > ADDRESSES_KEPT && oldest !== undefined) windows.delete(oldest)
    },
  }
}

function networkOf(address: string | null): string {
  if (address === null) return ''
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}
