import type { Instant } from '#core/day/day.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { PeriodLock } from '#core/period-lock/period-lock.ts'
import type { WorkRecord } from '#core/record/record.ts'

/** A revision of a record, as far as it tells when its days were entered. */
export interface Entered {
  readonly occurredOn: Pick<WorkRecord['occurredOn'], 'from' | 'to'>
  readonly enteredAt: Instant
}

/** The locks that bound at an instant (null: now). */
export function locksAt(locks: readonly PeriodLock[], at: Instant | null): readonly PeriodLock[] {
  if (at === null) return locks.filter(({ unlocked }) => unlocked === null)
  return locks.filter(({ lockedAt, unlocked }) => !isAfter(lockedAt, at) && (unlocked === null || isAfter(unlocked.at, at)))
}

/** 锁定后更正: the quarters (2026-1) that were reported before a record of their days was entered. */
export function quartersCorrectedBy({ occurredOn, enteredAt }: Entered, locks: readonly PeriodLock[]): readonly string[] {
  return locks
    .filter(({ from, to, lockedAt }) => occurredOn.from <= to && occurredOn.to >= from && isAfter(enteredAt, lockedAt))
    .map(({ quarter: { year, quarter } }) => `${year}-${quarter}`)
}

/** The same of all records that count in some occurrences, each quarter once, the first first. */
export function quartersCorrectedIn(
  occurrences: readonly Pick<Occurrence, 'explanation'>[],
  records: ReadonlyMap<WorkRecord['id'], Entered>,
  locks: readonly PeriodLock[],
): readonly string[] {
  if (locks.length === 0) return []
  const counted = new Set(occurrences.flatMap(({ explanation }) => explanation.flatMap(({ record, counts }) => (counts ? [record] : []))))
  const found = [...counted].flatMap((id) => {
    const record = records.get(id)
    return record === undefined ? [] : quartersCorrectedBy(record, locks)
  })
  return [...new Set(found)].toSorted()
}

function isAfter(one: Instant, other: Instant): boolean {
  return Date.parse(one) > Date.parse(other)
}
