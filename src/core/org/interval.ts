import { addDays, type Day } from '#core/day/day.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'
import { type Interval, shared } from '#core/roster/interval.ts'

/** Why an entry cannot end on a day. */
export type EndRefusal = 'unknown' | 'before-start' | 'already-ended'

/** Whether two intervals have a day in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  return shared([a], [b]).length > 0
}

/** Whether every day of the second interval lies in the first. */
export function encloses(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to))
}

/** The entry with its last day. An end that has been set stays. */
export function ended<T extends Interval>(entry: T | undefined, to: Day): Outcome<T, EndRefusal> {
  if (entry === undefined) return refuse('unknown')
  if (entry.to !== null) return refuse('already-ended', { to: entry.to })
  if (to < entry.from) return refuse('before-start', { from: entry.from })
  return accept({ ...entry, to })
}

/** The day before. */
export function dayBefore(day: Day): Day {
  return addDays(day, -1)
}

/** Entries that go on after a day, ended on it. */
export function endedAfter<T extends Interval>(entries: readonly T[], to: Day): readonly T[] {
  return entries.filter((entry) => entry.to === null || entry.to > to).map((entry) => ({ ...entry, to }))
}
