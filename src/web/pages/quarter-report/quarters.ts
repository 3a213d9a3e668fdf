import type { Quarter } from '#core/period-lock/period-lock.ts'

/** So many quarters can be chosen. */
const OFFERED = 8

/** The quarter that ended last before a day, which is the one to report. `today`: `YYYY-MM-DD`. */
export function lastEnded(today: string): Quarter {
  return quarterAt(indexOf(today) - 1)
}

/** The quarter of a day and those before it, the last first. */
export function quartersUntil(today: string): readonly Quarter[] {
  const current = indexOf(today)
  return Array.from({ length: OFFERED }, (_, back) => quarterAt(current - back))
}

function indexOf(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1
}

function quarterAt(index: number): Quarter {
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 }
}
