import type { ReadingTold } from '#core/draft/reading-told.ts'
import type { LedgerCourse } from '#core/ledger/course.ts'
import type { LedgerEntry } from '#core/ledger/ledger.ts'
import type { LedgerPlace, LedgerRow } from '#core/ledger/row.ts'

/** Rows of the ledger as they travel: what many of them share is said once. */
export interface FoldedRows {
  readonly places: readonly LedgerPlace[]
  readonly rows: readonly LedgerRow[]
}

const UNTOLD: LedgerCourse = {
  progress: '',
  originalDue: null,
  extendedTo: null,
  extensions: 0,
  amended: '',
  reminders: 0,
  remindedOn: null,
}

/** Entries whose readings may say more than is told. */
export function foldRows(entries: readonly LedgerEntry[]): FoldedRows {
  const places = new Map<string, { readonly at: number; readonly place: LedgerPlace }>()
  const rows = entries.map(({ planId, plan, aspect, finding, measure, reading, course, ...rest }) => {
    const place = { planId, plan, aspect, finding, measure }
    const name = JSON.stringify(place)
    const { at } = places.get(name) ?? { at: places.size }
    if (at === places.size) places.set(name, { at, place })
    return { ...rest, place: at, reading: toldOf(reading), course: isUntold(course) ? null : course }
  })
  return { places: [...places.values()].map(({ place }) => place), rows }
}

/** The entries that were folded. */
export function unfoldRows({ places, rows }: FoldedRows): readonly LedgerEntry[] {
  return rows.flatMap(({ place: at, course, ...rest }) => {
    const place = places[at]
    return place === undefined ? [] : [{ ...rest, ...place, course: course ?? UNTOLD }]
  })
}

function isUntold(course: LedgerCourse): boolean {
  const { progress, originalDue, extendedTo, extensions, amended, reminders, remindedOn } = course
  const isSilent = progress === '' && amended === '' && extensions === 0 && reminders === 0
  return isSilent && originalDue === null && extendedTo === null && remindedOn === null
}

function toldOf(reading: ReadingTold): ReadingTold {
  const { kind, period, comparator, value, upper, unit, scope, deadline, deadlineText, object, base } = reading
  return {
    kind,
    period: { value: period.value },
    comparator: only(comparator),
    value: only(value),
    upper: only(upper),
    unit: only(unit),
    scope: { value: scope.value },
    deadline: only(deadline),
    deadlineText: only(deadlineText),
    object: only(object),
    base: only(base),
  }
}

function only<T>(told: { readonly value: T } | null): { readonly value: T } | null {
  return told === null ? null : { value: told.value }
}
