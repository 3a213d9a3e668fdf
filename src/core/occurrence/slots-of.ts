import type { Day } from '#core/day/day.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { eventsOf, isOfSubject, subjectsOf } from '#core/occurrence/subject.ts'
import type { View } from '#core/occurrence/view.ts'
import { daysFromTo, earlierOf, laterOf } from '#core/calendar/months.ts'
import { dueAfter } from '#core/period/due.ts'
import type { Period } from '#core/period/period.ts'
import { periodsOf } from '#core/period/periods-of.ts'
import type { Rhythm } from '#core/period/rhythm.ts'
import { RecordId, type WorkRecord } from '#core/record/record.ts'
import { daysWithin, type Interval } from '#core/roster/interval.ts'
import type { Terms } from '#core/terms/terms.ts'

/** Where an occurrence stands: whose, when, and the days of the subject's membership (null: always). */
export interface Slot {
  readonly subject: string
  readonly period: Period
  readonly tenure: readonly Interval[] | null
  /** The year whose work days are not known, where that leaves the due day open. */
  readonly unknownYear: string | null
}

type Within = Extract<Rhythm, { kind: 'within' }>

/**
 * All occurrences of a commitment that exist as of a day: for each period begun by then, and the next, each subject that belongs on at least one of its days up
 * to then (of the next period: on its first day).
 */
export function slotsOf(terms: Terms, view: View, asOf: Day): readonly Slot[] {
  const general = terms.rhythm.kind === 'within' ? [] : periodsOf(terms.rhythm, asOf).map((period) => ({ period, unknownYear: null }))
  return [...subjectsOf(terms.scope, view)].flatMap(([subject, tenure]) => {
    const periods = terms.rhythm.kind === 'within' ? eventPeriods(terms, terms.rhythm, subject, view, asOf) : general
    return periods
      .filter(({ period }) => belongs(terms, subject, tenure, period, view, asOf))
      .map(({ period, unknownYear }) => ({ subject, period, tenure, unknownYear }))
  })
}

export function keyOfSlot({ subject, period }: Slot): OccurrenceKey {
  return { subject, period: period.key }
}

function belongs(terms: Terms, subject: string, tenure: Slot['tenure'], { from, to }: Period, view: View, asOf: Day): boolean {
  if (terms.scope.kind === 'record') {
    const record = view.records.get(recordIdOf(subject))
    return record !== undefined && record.occurredOn.to <= laterOf(from, to === null ? asOf : earlierOf(to, asOf))
  }
  const end = laterOf(from, to === null ? asOf : earlierOf(to, asOf))
  return tenure === null || daysWithin(tenure, from, end) > 0
}

function recordIdOf(subject: string): WorkRecord['id'] {
  return RecordId.parse(subject.slice('record:'.length))
}

/** One period for each event: from the day it ended to the last day of the limit. Events of another org are not the subject's. */
function eventPeriods(
  terms: Terms,
  rhythm: Within,
  subject: string,
  view: View,
  asOf: Day,
): readonly Pick<Slot, 'period' | 'unknownYear'>[] {
  return eventsOf(rhythm.event, view)
    .filter((event) => isItsEvent(event, terms, rhythm, subject, view, asOf))
    .map((event) => eventPeriod(event, rhythm, view))
}

function isItsEvent(event: WorkRecord, { scope }: Terms, { from, to }: Within, subject: string, view: View, asOf: Day): boolean {
  const day = event.occurredOn.to
  if (day < from || day > asOf || (to !== null && day > to)) return false
  if (scope.kind === 'record') return subject === `record:${event.id}`
  return !subject.startsWith('org:') || scope.kind === 'pairs' || isOfSubject(event, subject, scope, day, view.roster)
}

function eventPeriod(event: WorkRecord, rhythm: Within, view: View): Pick<Slot, 'period' | 'unknownYear'> {
  const day = event.occurredOn.to
  const due = dueAfter(day, rhythm, view.calendar)
  const to = due.ok ? due.value : null
  const base = { key: event.id, from: day, unit: 'within', isFinal: false, previous: null, value: null } as const
  const length = to === null ? null : daysFromTo(day, to)
  return { period: { ...base, to, length }, unknownYear: due.ok ? null : (due.refusal.params['year'] ?? '') }
}
