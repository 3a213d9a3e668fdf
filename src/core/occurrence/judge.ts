import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Condition } from '#core/counting/condition.ts'
import type { Counting } from '#core/counting/counting.ts'
import { isFor } from '#core/counting/is-for.ts'
import { dayIn, failing } from '#core/counting/holds.ts'
import type { Day } from '#core/day/day.ts'
import type { Reason, ReasonCode } from '#core/occurrence/credit.ts'
import { isEvent, isOfSubject, recordKeyOf, type SubjectKey } from '#core/occurrence/subject.ts'
import type { View } from '#core/occurrence/view.ts'
import type { Period } from '#core/period/period.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Scope } from '#core/scope/scope.ts'

/** Where a record is judged: for whom, in which period, as of which day. */
export interface Place {
  readonly commitment: CommitmentId
  readonly scope: Scope
  readonly subject: SubjectKey
  readonly period: Period
  readonly asOf: Day
  readonly view: View
}

export interface Verdict {
  readonly counts: boolean
  readonly reason: Reason
}

/** Whether a record counts under a rule, and why; whose it is and in which period it lies is not asked here. */
export function judge(record: WorkRecord, counting: Counting, place: Place): Verdict {
  return judgeFor(record, counting, place, [place.commitment])
}

function judgeFor(record: WorkRecord, counting: Counting, place: Place, path: readonly CommitmentId[]): Verdict {
  const state = stateFault(record)
  if (state !== null) return fault(state)
  const ruling = place.view.rulings.get(path.at(-1) ?? place.commitment)?.get(record.id)
  if (ruling !== undefined)
    return { counts: ruling.counts, reason: { code: ruling.counts ? 'person' : 'person-excludes', params: { by: ruling.by } } }
  if (counting.needs === 'accepted' && record.state !== 'accepted') return fault('not-accepted')
  return (
    sourceFault(record, counting, path.at(-1) ?? place.commitment, place) ??
    completionFault(record, counting, place) ??
    relationFault(record, counting, place, path) ??
    eventFault(record, counting, place) ?? { counts: true, reason: { code: 'rule', params: {} } }
  )
}

function fault(code: ReasonCode, params: Reason['params'] = {}): Verdict {
  return { counts: false, reason: { code, params } }
}

function stateFault({ state }: WorkRecord): 'draft' | 'returned' | 'voided' | null {
  return state === 'submitted' || state === 'accepted' ? null : state
}

/** It counts where one of the sources takes it; the fault is that of the last source of its register. */
function sourceFault(record: WorkRecord, { sources }: Counting, commitment: CommitmentId, { view }: Place): Verdict | null {
  let failed: Condition | null = null
  for (const source of sources) {
    if (!isFor(record, source, commitment)) continue
    const { where } = source
    if (where === null) return null
    failed = failing(where, record, view.roster)
    if (failed === null) return null
  }
  return fault('condition', failed === null ? { register: record.register } : wordsOf(failed))
}

function wordsOf(condition: Condition): Reason['params'] {
  return 'field' in condition ? { kind: condition.kind, field: condition.field } : { kind: condition.kind }
}

function completionFault(record: WorkRecord, { completion, since }: Counting, { period, asOf }: Place): Verdict | null {
  if (completion === null) return null
  const completedOn = dayIn(record, completion.field)
  const isCompleted = completedOn !== null && completedOn <= asOf
  if (completion.counts === 'open') return isCompleted ? fault('completed', { on: completedOn }) : null
  if (!isCompleted) return fault('not-completed')
  if (since === 'ever') return isAfter(period, completedOn) ? fault('completed-outside', { on: completedOn }) : null
  if (completedOn < period.from || isAfter(period, completedOn)) return fault('completed-outside', { on: completedOn })
  return record.occurredOn.to < period.from ? fault('begun-outside', { on: record.occurredOn.to }) : null
}

function isAfter({ to, isFinal }: Period, day: Day): boolean {
  return isFinal && to !== null && day > to
}

/** 其中 and exclusions. Rules that lead back to themselves hold nothing up: each commitment is asked once. */
function relationFault(record: WorkRecord, { within, notWith }: Counting, place: Place, path: readonly CommitmentId[]): Verdict | null {
  const countsFor = (commitment: CommitmentId): boolean => {
    const other = place.view.terms.get(commitment)
    return other !== undefined && judgeFor(record, other.counting, place, [...path, commitment]).counts
  }
  if (within !== null && !path.includes(within) && !countsFor(within)) return fault('not-within', { commitment: within })
  const elsewhere = notWith.find((commitment) => !path.includes(commitment) && countsFor(commitment))
  return elsewhere === undefined ? null : fault('counted-elsewhere', { commitment: elsewhere })
}

/** 会前: there is a later event of the period, or none at all so far. Events are those of the same org where the commitment holds for orgs. */
function eventFault(record: WorkRecord, { before }: Counting, { view, scope, subject, period, asOf }: Place): Verdict | null {
  if (before === null) return null
  const isOrg = recordKeyOf(subject).startsWith('org:')
  const days = (view.byRegister.get(before.register) ?? [])
    .filter((event) => {
      const day = event.occurredOn.to
      const isInPeriod = period.from <= day && day <= asOf && !isAfter(period, day)
      return isInPeriod && isEvent(event, before, view) && (!isOrg || isOfSubject(event, subject, scope, day, view.roster))
    })
    .map(({ occurredOn }) => occurredOn.from)
  if (days.length === 0 || days.some((day) => record.occurredOn.to < day)) return null
  return fault('not-before-event', { register: before.register })
}
