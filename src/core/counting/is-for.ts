import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { CountedSource } from '#core/counting/condition.ts'
import type { WorkRecord } from '#core/record/record.ts'

/** Whether a record is a source's for a commitment: any of its register, or, where the source is linked, one that names the commitment. */
export function isFor(record: WorkRecord, { register, link }: CountedSource, commitment: CommitmentId): boolean {
  if (register !== record.register) return false
  if (link === undefined) return true
  const named = record.values[link]
  return Array.isArray(named) && named.some((each) => each === commitment)
}
