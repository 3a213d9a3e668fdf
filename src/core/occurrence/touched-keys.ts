import type { CommitmentId } from '#core/commitment/commitment.ts'
import { isFor } from '#core/counting/is-for.ts'
import { type Day, yearOf } from '#core/day/day.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { countingsOf, relatedTo } from '#core/occurrence/related.ts'
import { keyOfSlot, type Slot, slotsOf } from '#core/occurrence/slots-of.ts'
import { recordKeyOf } from '#core/occurrence/subject.ts'
import { keysOfRecord, type View } from '#core/occurrence/view.ts'
import type { RecordId, WorkRecord } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Terms } from '#core/terms/terms.ts'

/** What was written: a revision of a record, a ruling on one, the terms of a commitment, the roster, the table of work days. */
export type Change =
  | { readonly kind: 'record'; readonly record: RecordId }
  | { readonly kind: 'ruling'; readonly commitment: CommitmentId; readonly record: RecordId }
  | { readonly kind: 'terms'; readonly commitment: CommitmentId }
  | { readonly kind: 'roster' }
  | { readonly kind: 'calendar' }

/**
 * The occurrences of a commitment that a change may have made, altered or ended: to be evaluated again in the view after it (and dropped where they no longer
 * exist); all others stand. `all`: every occurrence of the commitment. `before` and `after` need only the record itself and the events of the commitment's
 * rhythm. The passing of days touches others: those that are not past are evaluated anew each day.
 */
export function touchedKeys(terms: Terms, change: Change, before: View, after: View, asOf: Day): 'all' | readonly OccurrenceKey[] {
  switch (change.kind) {
    case 'roster':
      return 'all'
    case 'calendar':
      return terms.rhythm.kind === 'within' && terms.rhythm.unit === 'workDay' ? 'all' : []
    case 'terms':
      return [before, after].some((view) => relatedTo(terms, view.terms).some(({ commitment }) => commitment === change.commitment))
        ? 'all'
        : []
    case 'ruling':
    case 'record': {
      const found = new Map<string, OccurrenceKey>()
      const seen = [before, after].flatMap((view) => seenIn(view, terms, change.record))
      for (const view of [before, after])
        for (const slot of slotsOf(terms, view, asOf))
          if (seen.some((each) => isTouched(slot, terms, change, each))) found.set(`${slot.subject} ${slot.period.key}`, keyOfSlot(slot))
      return [...found.values()]
    }
  }
}

/** The registers whose records can touch a commitment: what it counts, what it happens before, what it follows. `known` names its related commitments. */
export function registersOf(terms: Terms, known: ReadonlyMap<CommitmentId, Terms>): ReadonlySet<RegisterId> {
  return new Set([...creditedRegisters(terms), ...eventRegisters(terms, known)])
}

/** The registers whose records it counts. */
export function creditedRegisters(terms: Terms): readonly RegisterId[] {
  return countingsOf(terms).flatMap(({ sources }) => sources.map(({ register }) => register))
}

/** The registers whose records it follows or happens before, whosoever they are. */
export function eventRegisters(terms: Terms, known: ReadonlyMap<CommitmentId, Terms>): readonly RegisterId[] {
  const events = relatedTo(terms, known).flatMap((related) =>
    countingsOf(related).flatMap(({ before }) => (before === null ? [] : [before.register])),
  )
  const scoped = terms.scope.kind === 'record' ? [terms.scope.of.register] : []
  const followed = terms.rhythm.kind === 'within' ? [terms.rhythm.event.register] : []
  return [...events, ...scoped, ...followed]
}

/** The changed record in a view, with what is the same for every slot. */
interface Seen {
  readonly record: WorkRecord
  readonly keys: ReadonlySet<string>
  readonly related: readonly Terms[]
  readonly mayCount: boolean
}

function seenIn(view: View, terms: Terms, id: RecordId): readonly Seen[] {
  const record = view.records.get(id)
  if (record === undefined) return []
  const keys = keysOfRecord(record, view.roster)
  return [{ record, keys, related: relatedTo(terms, view.terms), mayCount: mayCount(terms, record, view) }]
}

function isTouched(slot: Slot, terms: Terms, change: Extract<Change, { kind: 'record' | 'ruling' }>, seen: Seen): boolean {
  const { record, related } = seen
  if (change.kind === 'ruling') return related.some(({ commitment }) => commitment === change.commitment) && isItsRecord(slot, terms, seen)
  return isItsCause(slot, terms, record) || isItsEvent(slot, related, record) || (seen.mayCount && isItsRecord(slot, terms, seen))
}

/** The record is what the occurrence exists for. */
function isItsCause({ subject, period }: Slot, { scope, rhythm }: Terms, record: WorkRecord): boolean {
  return (scope.kind === 'record' && subject === `record:${record.id}`) || (rhythm.kind === 'within' && period.key === record.id)
}

/** The record is an event of the period that others must come before. */
function isItsEvent(slot: Slot, related: readonly Terms[], record: WorkRecord): boolean {
  const isEvent = related.some((each) => countingsOf(each).some(({ before }) => before?.register === record.register))
  return isEvent && overlaps(slot, record)
}

function mayCount(terms: Terms, record: WorkRecord, view: View): boolean {
  if (view.rulings.get(terms.commitment)?.has(record.id)) return true
  return countingsOf(terms).some(({ sources }) => sources.some((source) => isFor(record, source, terms.commitment)))
}

/** The record may be the subject's, and falls in its period or in what the period is measured against. */
function isItsRecord(slot: Slot, terms: Terms, { record, keys }: Seen): boolean {
  if (!keys.has(recordKeyOf(slot.subject))) return false
  if (overlaps(slot, record)) return true
  // a stock holds what lies before the period; what is completed counts on a day of its own
  if (countingsOf(terms).some(({ since, completion }) => since === 'ever' || completion !== null)) return true
  return isItsBase(slot, terms, record)
}

function overlaps({ period: { from, to, isFinal } }: Slot, { occurredOn }: WorkRecord): boolean {
  return occurredOn.to >= from && (!isFinal || to === null || occurredOn.from <= to)
}

function isItsBase({ period: { previous } }: Slot, { target: { measure } }: Terms, { occurredOn: { from, to } }: WorkRecord): boolean {
  if (measure.kind !== 'change' || measure.base.kind === 'value') return false
  if (measure.base.kind === 'year') return yearOf(from) <= measure.base.year && measure.base.year <= yearOf(to)
  return previous !== null && to >= previous.from && from <= previous.to
}
