import { type Day, dayOf, type Instant, lastDayOfMonth } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import type { PeriodLock, Quarter } from './period-lock.ts'

/** Why a quarter cannot be locked or unlocked: it is not over yet, it is locked, the lock was taken back already, or the reason says too little. */
export type PeriodLockRefusal = 'period-not-over' | 'already-locked' | 'already-unlocked' | 'reason-too-short'

/** The least characters of the reason for taking a lock back. */
const LEAST_REASON = 10

/** Who does it, and when. `today`: in the jurisdiction's place. */
interface Act {
  readonly at: Instant
  readonly by: string
}

/** 锁定: of a quarter that is over and not locked. */
export function lockQuarter(
  locks: readonly PeriodLock[],
  { id, quarter, today, at, by }: Act & { readonly id: string; readonly quarter: Quarter; readonly today: Day },
): Outcome<PeriodLock, PeriodLockRefusal> {
  const { from, to } = daysOf(quarter)
  if (today <= to) return refuse('period-not-over', { last: to })
  if (locks.some((lock) => lock.unlocked === null && lock.from === from)) return refuse('already-locked')
  return accept({ id, quarter, from, to, lockedAt: at, lockedBy: by, unlocked: null })
}

/** 解除锁定, with the reason. */
export function unlockQuarter(
  lock: PeriodLock,
  { at, by, reason }: Act & { readonly reason: string },
): Outcome<PeriodLock, PeriodLockRefusal> {
  if (lock.unlocked !== null) return refuse('already-unlocked')
  if (Array.from(reason.trim()).length < LEAST_REASON) return refuse('reason-too-short', { least: String(LEAST_REASON) })
  return accept({ ...lock, unlocked: { at, by, reason: reason.trim() } })
}

/** First and last day of a quarter. */
export function daysOf({ year, quarter }: Quarter): { readonly from: Day; readonly to: Day } {
  const [from, to] = [dayOf(year, quarter * 3 - 2, 1), lastDayOfMonth(year, quarter * 3)]
  if (from === null || to === null) throw new RangeError(`no quarter ${year}-${quarter}`)
  return { from, to }
}
