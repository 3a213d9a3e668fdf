import type { Instant } from '#core/day/day.ts'
import type { RecordId, WorkRecord } from '#core/record/record.ts'

/** The revision that stands of each record, as it was known at an instant (null: all that is known), in the order of the days they ended on. */
export function knownRecords(revisions: readonly WorkRecord[], knownAt: Instant | null): readonly WorkRecord[] {
  const limit = knownAt === null ? Infinity : Date.parse(knownAt)
  const standing = new Map<RecordId, WorkRecord>()
  for (const record of revisions) {
    if (limit !== Infinity && Date.parse(record.enteredAt) > limit) continue
    const other = standing.get(record.id)
    if (other === undefined || other.revision < record.revision) standing.set(record.id, record)
  }
  return [...standing.values()].toSorted(byDay)
}

function byDay(a: WorkRecord, b: WorkRecord): number {
  const [left, right] = [a.occurredOn, b.occurredOn]
  return order(left.to, right.to) || order(left.from, right.from) || order(a.id, b.id)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
