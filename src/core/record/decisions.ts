import type { Instant } from '#core/day/day.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'
import type { WorkRecord } from '#core/record/record.ts'

/** Why a record cannot be changed: it is void; it was submitted, so its correction or its change needs a reason; only what is submitted can be reviewed. */
export type RecordRefusal = 'record-voided' | 'reason-needed' | 'already-submitted' | 'not-submitted' | 'reason-too-short'

/** What a person enters of a record; the rest is set by who enters it and when. */
export type Entry = Pick<WorkRecord, 'org' | 'occurredOn' | 'subjects' | 'values'> & { readonly state: 'draft' | 'submitted' }

/** When something is done to a record, and why. */
interface RecordAct {
  readonly at: Instant
  readonly note: string
}

/** The least characters of the reason of a voiding. */
const LEAST_REASON = 10

/** 更正: the next revision with what is now entered. What was submitted stays so, and needs a note; a draft may be submitted by it. */
export function correctRecord(before: WorkRecord, entry: Entry, { at, note }: RecordAct): Outcome<WorkRecord, RecordRefusal> {
  if (before.state === 'voided') return refuse('record-voided')
  if (before.state !== 'draft' && entry.state === 'draft') return refuse('already-submitted')
  if (before.state !== 'draft' && note === '') return refuse('reason-needed')
  return accept({ ...before, ...entry, revision: before.revision + 1, enteredAt: at, note })
}

/** 作废: it counts nowhere any more; why stays with it. */
export function voidRecord(before: WorkRecord, act: RecordAct): Outcome<WorkRecord, RecordRefusal> {
  if (before.state === 'voided') return refuse('record-voided')
  if (act.note.length < LEAST_REASON) return refuse('reason-too-short', { least: String(LEAST_REASON) })
  return accept(nextOf(before, 'voided', act))
}

/** 复核 or 退回: only of what is submitted; a return says why. */
export function reviewRecord(before: WorkRecord, state: 'accepted' | 'returned', act: RecordAct): Outcome<WorkRecord, RecordRefusal> {
  if (before.state === 'voided') return refuse('record-voided')
  if (before.state !== 'submitted') return refuse('not-submitted', { state: before.state })
  if (state === 'returned' && act.note === '') return refuse('reason-needed')
  return accept(nextOf(before, state, act))
}

function nextOf(before: WorkRecord, state: WorkRecord['state'], { at, note }: RecordAct): WorkRecord {
  return { ...before, revision: before.revision + 1, enteredAt: at, state, note }
}
