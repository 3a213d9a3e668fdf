import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Certain } from '#core/text/certain.ts'
import { implied } from '#core/text/certain.ts'

/**
 * The reading as a person changes it. What differs is implied because a `person` decided it; what a person only repeats stays as it
 * was read. Parts that have no meaning under the new kind, comparator or due day are cleared unless the changes name them.
 */
export function editReading(reading: Reading, changes: ReadingChanges): Reading {
  const kind = changes.kind ?? reading.kind
  const unmeasured = kind === 'achieved' || kind === 'undefined'
  const kept = unmeasured && kind !== reading.kind ? { ...reading, comparator: null, value: null, upper: null, unit: null } : reading
  const isUncounted = kind === 'coverage' && kept.value === null && changes.value === undefined
  const whole = isUncounted ? ({ comparator: '=', value: '100', unit: '%', ...changes } as const) : changes
  const comparator = changed(kept.comparator, whole.comparator)
  const deadline = changed(kept.deadline, whole.deadline)
  return {
    kind,
    period: changed(kept.period, whole.period, samePeriod) ?? kept.period,
    comparator,
    value: changed(kept.value, whole.value),
    upper: comparator?.value === 'range' ? changed(kept.upper, whole.upper) : null,
    unit: changed(kept.unit, whole.unit),
    scope: changed(kept.scope, whole.scope) ?? kept.scope,
    deadline,
    deadlineText: deadline === kept.deadline ? kept.deadlineText : null,
    object: changed(kept.object, whole.object),
    base: changed(kept.base, whole.base),
    modality: kept.modality,
    nature: changed(kept.nature, whole.nature),
    leaders: changedNames(kept.leaders, whole.leaders),
    leadOrgs: changedNames(kept.leadOrgs, whole.leadOrgs),
    supportingOrgs: changedNames(kept.supportingOrgs, whole.supportingOrgs),
    owners: changedNames(kept.owners, whole.owners),
  }
}

/** Absent changes nothing, null clears, the same value keeps where it was read. */
function changed<T>(current: Certain<T> | null, next: T | null | undefined, same: (a: T, b: T) => boolean = Object.is): Certain<T> | null {
  if (next === undefined) return current
  if (next === null) return null
  return current !== null && same(current.value, next) ? current : implied(next, 'person')
}

function samePeriod(a: Reading['period']['value'], b: Reading['period']['value']): boolean {
  return a.unit === b.unit && a.every === b.every
}

function changedNames(current: readonly Certain<string>[], next: readonly string[] | undefined): readonly Certain<string>[] {
  if (next === undefined) return current
  const names = [...new Set(next)]
  if (names.length === current.length && names.every((name, index) => current[index]?.value === name)) return current
  return names.map((name) => current.find((entry) => entry.value === name) ?? implied(name, 'person'))
}
