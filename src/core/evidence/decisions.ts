import type { Day } from '#core/day/day.ts'
import type { Evidence } from '#core/evidence/evidence.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import type { WorkRecord } from '#core/record/record.ts'

const EARLIEST = '1949-10-01'

/** The day a file is of as a person says; null: nobody knows. Nothing is of a day to come. */
export function dateEvidence(
  evidence: Evidence,
  datedOn: Day | null,
  today: Day,
): Outcome<Pick<Evidence, 'datedOn' | 'datedBy' | 'version'>, 'day-out-of-range'> {
  if (datedOn !== null && (datedOn > today || datedOn < EARLIEST)) return refuse('day-out-of-range', { from: EARLIEST, to: today })
  return accept({ datedOn, datedBy: datedOn === null ? 'nobody' : 'person', version: evidence.version + 1 })
}

/** Whether files may be added to a record: not to one that is void. */
export function mayHaveEvidence({ state }: Pick<WorkRecord, 'state'>): Outcome<true, 'record-voided'> {
  return state === 'voided' ? refuse('record-voided') : accept(true)
}

/** 解除关联: why a file is no evidence of this record any more; gives the reason that is kept. */
export function unlinkEvidence(
  link: { readonly isStanding: boolean },
  reason: string,
): Outcome<string, 'already-unlinked' | 'reason-needed'> {
  if (!link.isStanding) return refuse('already-unlinked')
  return reason === '' ? refuse('reason-needed') : accept(reason)
}
