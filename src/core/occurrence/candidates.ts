import type { Counting } from '#core/counting/counting.ts'
import { isFor } from '#core/counting/is-for.ts'
import { dayIn } from '#core/counting/holds.ts'
import type { Day } from '#core/day/day.ts'
import { isOfSubject, recordKeyOf } from '#core/occurrence/subject.ts'
import type { Growth } from '#core/occurrence/measured.ts'
import { judge, type Place, type Verdict } from '#core/occurrence/judge.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import { holdsOn, type Interval } from '#core/roster/interval.ts'

/**
 * Where records are gathered: the place, whose days of membership count (null: all days), and from – to, both counted (`from` null: ever). `others`: what records
 * that the view does not hold add here, for a measure to which each record adds by itself (`addsSingly`); or, where only some `days` are looked at (`addsByDay`), what
 * is filled on all others.
 */
export interface Window extends Place {
  readonly tenure: readonly Interval[] | null
  readonly from: Day | null
  readonly to: Day
  readonly others: readonly Growth[]
  readonly days: DaySpan | null
}

/** Some days one after the other, both counted. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** A record of the subject in the window, with the day it is credited on and whether it counts. */
export interface Candidate {
  readonly record: WorkRecord
  readonly day: Day
  readonly verdict: Verdict
}

/** The records of a subject that fall in a window, in the order of their days, each judged. A record of several days lies where it ends. */
export function candidatesOf(counting: Counting, window: Window): readonly Candidate[] {
  const { completion } = counting
  const records = completion === null ? endedWithin(recordsOf(counting, window), window) : recordsOf(counting, window)
  return records.flatMap((record) => {
    const day = creditDay(record, counting)
    if (!isInWindow(day, window) || !isOfSubjectAt(record, window, day)) return []
    const verdict = judge(record, counting, window)
    const isMember = isMemberOn(window, day)
    return [{ record, day, verdict: verdict.counts && !isMember ? notAMember : verdict }]
  })
}

const notAMember: Verdict = { counts: false, reason: { code: 'not-a-member', params: {} } }

/** A record that is completed counts on that day; while it is not, it shows on its own. */
function creditDay(record: WorkRecord, { completion }: Counting): Day {
  const completedOn = completion?.counts === 'done' ? dayIn(record, completion.field) : null
  return completedOn ?? record.occurredOn.to
}

function isInWindow(day: Day, { from, to }: Window): boolean {
  return (from === null || from <= day) && day <= to
}

function isOfSubjectAt(record: WorkRecord, { subject, scope, view }: Window, day: Day): boolean {
  return isOfSubject(record, subject, scope, day, view.roster)
}

export function isMemberOn({ tenure }: Window, day: Day): boolean {
  return tenure === null || tenure.some((each) => holdsOn(each, day))
}

/** All records of the sources that may be the subject's, and those a person has ruled on, in the order of the days they ended on. */
export function recordsOf({ sources }: Counting, { view, subject, commitment }: Place): readonly WorkRecord[] {
  const registers = new Set<RegisterId>(sources.flatMap(({ register, link }) => (link === undefined ? [register] : [])))
  const key = recordKeyOf(subject)
  const found = [...registers].flatMap((register) => view.byKey.get(register)?.get(key) ?? [])
  const linked = linkedOf(sources, registers, { view, commitment })
  const ruled = [...(view.rulings.get(commitment)?.keys() ?? [])].flatMap((id) => view.records.get(id) ?? [])
  const others = [...new Set([...linked, ...ruled.filter(({ register }) => !registers.has(register))])]
  return registers.size <= 1 && others.length === 0 ? found : [...found, ...others].toSorted(byEnd)
}

/** The records that name the commitment, of registers not looked at as a whole. */
function linkedOf(
  sources: Counting['sources'],
  whole: ReadonlySet<RegisterId>,
  { view, commitment }: Pick<Place, 'view' | 'commitment'>,
): readonly WorkRecord[] {
  return sources
    .filter(({ register }) => !whole.has(register))
    .flatMap((source) =>
      (view.byKey.get(source.register)?.get(`commitment:${commitment}`) ?? []).filter((record) => isFor(record, source, commitment)),
    )
}

/** Those of a list in the order of their last days that end in a window. */
function endedWithin(records: readonly WorkRecord[], { from, to }: Window): readonly WorkRecord[] {
  const start = from === null ? 0 : firstIndex(records, (day) => day >= from)
  return records.slice(
    start,
    firstIndex(records, (day) => day > to),
  )
}

/** Those of such a list that end on a day or later. */
export function endedFrom(records: readonly WorkRecord[], from: Day | null): readonly WorkRecord[] {
  return from === null ? records : records.slice(firstIndex(records, (day) => day >= from))
}

/** Where the last days begin to hold, by halving. */
function firstIndex(records: readonly WorkRecord[], holds: (day: Day) => boolean): number {
  let [low, high] = [0, records.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const record = records[middle]
    if (record !== undefined && holds(record.occurredOn.to)) high = middle
    else low = middle + 1
  }
  return low
}

function byEnd(a: WorkRecord, b: WorkRecord): number {
  const [left, right] = [`${a.occurredOn.to}${a.occurredOn.from}${a.id}`, `${b.occurredOn.to}${b.occurredOn.from}${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}
