import type * as z from 'zod'
import { outOfBounds } from '#core/commitment/check-reading.ts'
import type { ReadingChanges as ReadingChangesSchema } from '#core/commitment/reading-changes.ts'
import { namesOf } from '#core/ledger/names.ts'
import type { Comparator, Nature, Period, Reading, ReadingKind, Scope } from '#core/draft/reading.ts'

/** Changes of a reading as they are sent. */
export type ChangesInput = z.input<typeof ReadingChangesSchema>

/** A reading as a form holds it: plain values, empty text for nothing. */
export interface ReadingDraft {
  readonly kind: ReadingKind
  readonly periodUnit: Period['unit']
  readonly every: number
  readonly comparator: Comparator | null
  readonly value: string
  readonly upper: string
  readonly unit: string
  readonly scope: Scope
  /** `YYYY-MM-DD` or empty. */
  readonly deadline: string
  readonly object: string
  readonly base: string
  readonly nature: Nature | null
  readonly leaders: readonly string[]
  readonly leadOrgs: readonly string[]
  readonly supportingOrgs: readonly string[]
  readonly owners: readonly string[]
}

/** What a commitment starts with that a person adds. */
export const blankDraft: ReadingDraft = {
  kind: 'achieved',
  periodUnit: 'once',
  every: 1,
  comparator: null,
  value: '',
  upper: '',
  unit: '',
  scope: 'org',
  deadline: '',
  object: '',
  base: '',
  nature: null,
  leaders: [],
  leadOrgs: [],
  supportingOrgs: [],
  owners: [],
}

export function draftOf(reading: Reading): ReadingDraft {
  return {
    kind: reading.kind,
    periodUnit: reading.period.value.unit,
    every: reading.period.value.every,
    comparator: reading.comparator?.value ?? null,
    value: reading.value?.value ?? '',
    upper: reading.upper?.value ?? '',
    unit: reading.unit?.value ?? '',
    scope: reading.scope.value,
    deadline: reading.deadline?.value ?? '',
    object: reading.object?.value ?? '',
    base: reading.base?.value ?? '',
    nature: reading.nature?.value ?? null,
    leaders: namesOf(reading.leaders),
    leadOrgs: namesOf(reading.leadOrgs),
    supportingOrgs: namesOf(reading.supportingOrgs),
    owners: namesOf(reading.owners),
  }
}

/** A number of the form that no target can have, as the code of its refusal; null where there is none, or where nothing is counted. */
export function numberTrouble(draft: ReadingDraft): 'below-zero' | 'above-whole' | null {
  const { kind, value, upper, unit, object, comparator } = draft
  if (kind === 'achieved' || kind === 'undefined') return null
  const limit = comparator === 'range' ? filled(upper) : null
  return outOfBounds({ kind, value: filled(value), upper: limit, unit: filled(unit), object: filled(object) })?.code ?? null
}

/** What differs, as the server takes it: empty text becomes null, what stayed is left out. */
export function changesBetween(before: ReadingDraft, after: ReadingDraft): ChangesInput {
  const changes: ChangesInput = {}
  if (after.kind !== before.kind) changes.kind = after.kind
  if (after.periodUnit !== before.periodUnit || after.every !== before.every)
    changes.period = { unit: after.periodUnit, every: after.every }
  if (after.comparator !== before.comparator) changes.comparator = after.comparator
  if (after.scope !== before.scope) changes.scope = after.scope
  if (after.nature !== before.nature) changes.nature = after.nature
  for (const field of ['value', 'upper', 'unit', 'deadline', 'object', 'base'] as const) {
    if (after[field].trim() !== before[field].trim()) changes[field] = orNull(after[field])
  }
  for (const field of ['leaders', 'leadOrgs', 'supportingOrgs', 'owners'] as const) {
    if (after[field].join('\n') !== before[field].join('\n')) changes[field] = [...after[field]]
  }
  return changes
}

function filled(text: string): { readonly value: string } | null {
  const value = orNull(text)
  return value === null ? null : { value }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
