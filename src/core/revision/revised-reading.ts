import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import type { Reading } from '#core/draft/reading.ts'
import { sameValue, valueOf } from '#core/revision/differences.ts'
import { implied, type Certain } from '#core/text/certain.ts'

/** Parts that make sense only with one another: where the document changes one of them, it has the last word on all. */
const TOGETHER: readonly (readonly (keyof Reading)[])[] = [
  ['kind', 'comparator', 'value', 'upper', 'unit', 'object', 'base', 'modality'],
  ['period'],
  ['scope'],
  ['deadline', 'deadlineText'],
  ['nature'],
  ['leaders'],
  ['leadOrgs'],
  ['supportingOrgs'],
  ['owners'],
]

/**
 * The reading with which a commitment goes on: as the new document has it, but as a person decided wherever the document says what it said before.
 * `before`: how the earlier document was read, `next`: how the new one is.
 */
export function revisedReading(current: Reading, before: Reading, next: Reading): Reading {
  const decided = new Set(decidedParts(current, before, next))
  // what is the same in the new document has its place there
  const of = <Part extends keyof Reading>(part: Part): Reading[Part] =>
    decided.has(part) && !same(part, current, next) ? current[part] : next[part]
  const names = (part: 'leaders' | 'leadOrgs' | 'supportingOrgs' | 'owners') =>
    decided.has(part) ? placedNames(current[part], next[part]) : next[part]
  return {
    kind: of('kind'),
    period: of('period'),
    comparator: of('comparator'),
    value: of('value'),
    upper: of('upper'),
    unit: of('unit'),
    scope: of('scope'),
    deadline: of('deadline'),
    deadlineText: of('deadlineText'),
    object: of('object'),
    base: of('base'),
    modality: of('modality'),
    nature: of('nature'),
    leaders: names('leaders'),
    leadOrgs: names('leadOrgs'),
    supportingOrgs: names('supportingOrgs'),
    owners: names('owners'),
  }
}

/** What a person decided of a reading and the new document leaves as it was. */
function decidedParts(current: Reading, before: Reading, next: Reading): readonly (keyof Reading)[] {
  return TOGETHER.filter(
    (group) => group.every((part) => same(part, before, next)) && group.some((part) => !same(part, current, before)),
  ).flat()
}

function same(part: keyof Reading, one: Reading, other: Reading): boolean {
  return sameValue(valueOf(one[part]), valueOf(other[part]))
}

/** What a new document says otherwise than the earlier one, as changes: answers that it overrules are told by them. */
export function changesBetween(before: Reading, next: Reading): ReadingChanges {
  const differs = (part: keyof Reading): boolean => !same(part, before, next)
  return {
    ...(differs('scope') ? { scope: next.scope.value } : {}),
    ...(differs('base') ? { base: next.base?.value ?? null } : {}),
    ...(differs('deadline') || differs('deadlineText') ? { deadline: next.deadline?.value ?? null } : {}),
  }
}

/** Names that stand in the new document too, with their place there. */
function placedNames(current: readonly Certain<string>[], next: readonly Certain<string>[]): readonly Certain<string>[] {
  return current.map((name) => next.find(({ value }) => value === name.value) ?? implied(name.value, 'person'))
}

/** A reading without places in the text: what it says stands in an earlier revision. */
export function unplaced(reading: Reading): Reading {
  const { kind, period, comparator, value, upper, unit, scope, deadline, deadlineText, object, base, modality, nature } = reading
  return {
    kind,
    period: unplacedPart(period),
    comparator: unplacedOr(comparator),
    value: unplacedOr(value),
    upper: unplacedOr(upper),
    unit: unplacedOr(unit),
    scope: unplacedPart(scope),
    deadline: unplacedOr(deadline),
    deadlineText: unplacedOr(deadlineText),
    object: unplacedOr(object),
    base: unplacedOr(base),
    modality: unplacedOr(modality),
    nature: unplacedOr(nature),
    leaders: reading.leaders.map((each) => unplacedPart(each)),
    leadOrgs: reading.leadOrgs.map((each) => unplacedPart(each)),
    supportingOrgs: reading.supportingOrgs.map((each) => unplacedPart(each)),
    owners: reading.owners.map((each) => unplacedPart(each)),
  }
}

function unplacedPart<T>(part: Certain<T>): Certain<T> {
  return part.certainty === 'stated' ? implied(part.value, 'earlier-revision') : part
}

function unplacedOr<T>(part: Certain<T> | null): Certain<T> | null {
  return part === null ? null : unplacedPart(part)
}

/** Whether two readings say different things, wherever they were read. */
export function changesMade(before: Reading, after: Reading): boolean {
  return TOGETHER.flat().some((part) => !same(part, before, after))
}
