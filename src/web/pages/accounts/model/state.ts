import type { Account } from '#core/access/account.ts'

export type AccountState = 'open' | 'initial' | 'expired' | 'locked' | 'disabled'

/** How an account stands at an instant, what keeps it from being used first. */
export function stateOf(
  { disabledAt, lockedUntil, initialUntil }: Pick<Account, 'disabledAt' | 'lockedUntil' | 'initialUntil'>,
  now: string,
): AccountState {
  if (disabledAt !== null) return 'disabled'
  if (lockedUntil !== null && lockedUntil > now) return 'locked'
  if (initialUntil === null) return 'open'
  return initialUntil > now ? 'initial' : 'expired'
}
