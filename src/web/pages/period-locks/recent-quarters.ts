import type { PeriodLock, Quarter } from '#core/period-lock/period-lock.ts'
import { laterQuarter, quarterOf } from '#core/period-lock/quarters.ts'

/** A quarter as the page lists it: its standing lock, or the last that was taken back. */
export interface ListedQuarter<Lock extends PeriodLock> {
  readonly quarter: Quarter
  readonly isOver: boolean
  readonly lock: Lock | null
}

/** So many quarters are offered beside those that were ever locked. */
const OFFERED = 6

/** The quarter of today and those before it, the last first, with every older one that has a lock. `today`: `YYYY-MM-DD`. */
export function recentQuarters<Lock extends PeriodLock>(locks: readonly Lock[], today: string): readonly ListedQuarter<Lock>[] {
  const current = indexOf(quarterOf(today))
  const offered = Array.from({ length: OFFERED }, (_, back) => current - back)
  const indexes = new Set([...offered, ...locks.map(({ quarter }) => indexOf(quarter))])
  return [...indexes]
    .toSorted((a, b) => b - a)
    .map((index) => {
      const own = locks.filter(({ quarter }) => indexOf(quarter) === index)
      const lock = own.find(({ unlocked }) => unlocked === null) ?? own[0] ?? null
      return { quarter: laterQuarter({ year: 0, quarter: 1 }, index), isOver: index < current, lock }
    })
}

function indexOf({ year, quarter }: Quarter): number {
  return year * 4 + quarter - 1
}
