import { earlierOf } from '#core/calendar/months.ts'
import { addDays, type Day } from '#core/day/day.ts'
import type { Window } from '#core/occurrence/candidates.ts'
import { measure, type Others, type Result } from '#core/occurrence/measure.ts'
import type { Doubt, Occurrence, OccurrenceKey, OccurrenceState } from '#core/occurrence/occurrence.ts'
import { type Requirement, requirementOf } from '#core/occurrence/required.ts'
import { type Slot, slotsOf } from '#core/occurrence/slots-of.ts'
import type { View } from '#core/occurrence/view.ts'
import { isBroken, isCap, isLevel, meets, owedOf, paceOf, runningOf } from '#core/occurrence/weigh.ts'
import { add, compare, type Rational, rationalOf, toDecimal, zero } from '#core/quantity/rational.ts'
import type { Terms } from '#core/terms/terms.ts'

/**
 * Every occurrence of a commitment as of a day: what is owed by whom in which period, what was done, and why. The definition, and the only implementation: an
 * occurrence kept elsewhere must equal this one. Records after the day do not count; what was known when is the view's matter (`viewOf`).
 */
export function evaluate(terms: Terms, view: View, asOf: Day): readonly Occurrence[] {
  return slotsOf(terms, view, asOf).map((slot) => evaluateSlot(terms, slot, view, asOf))
}

/**
 * One occurrence alone; null where it does not exist (any more). The view needs only the records of the subject in the commitment's registers. Where each record
 * adds by itself (`addsSingly`), those the view leaves out may be given as what they add (`others`); the explanation then does not name them. Where its days
 * stand each for itself (`addsByDay`), the same goes for what is filled on other days.
 */
export function evaluateKey(terms: Terms, key: OccurrenceKey, view: View, asOf: Day, others: Others = {}): Occurrence | null {
  const slot = slotsOf(terms, view, asOf).find(({ subject, period }) => subject === key.subject && period.key === key.period)
  return slot === undefined ? null : evaluateSlot(terms, slot, view, asOf, others)
}

function evaluateSlot(terms: Terms, slot: Slot, view: View, asOf: Day, others: Others = {}): Occurrence {
  const { commitment, scope, target, counting } = terms
  const { subject, period, tenure } = slot
  const to = period.isFinal && period.to !== null ? earlierOf(period.to, asOf) : asOf
  const window: Window = { commitment, scope, subject, period, asOf, view, tenure, from: period.from, to, others: [], days: null }
  const requirement = requirementOf(terms, slot, asOf)
  const result = measure(target, counting, window, others)
  const isOver = period.to !== null && asOf > period.to
  const isMet = result.value !== null && meets(result.value, target, requirement)
  const isUnknown = requirement.membership === 'unknown' && !(isMet && !isCap(target))
  const doubts = doubtsOf(slot, result, isUnknown, isOver && !isMet)
  const isWaived =
    requirement.membership === 'nothing' || terms.waived.some((each) => each.subject === subject && each.period === period.key)
  const state = isWaived
    ? 'waived'
    : stateOf(terms, requirement, result, { isMet, isOver, isBefore: asOf < period.from, isOpen: doubts.length > 0 })
  const running = runningOf(target, requirement.required, result)
  const owed = state === 'met' || state === 'waived' ? zero : isUnknown ? null : owedOf(terms, requirement, result, running)
  return {
    commitment,
    subject,
    period,
    asOf,
    required: requirement.membership === 'nothing' ? write(zero) : isUnknown ? null : write(requirement.required),
    actual: write(result.value),
    numerator: write(result.numerator),
    denominator: write(result.denominator),
    owed: write(owed),
    running: write(running),
    pace: isUnknown || isWaived ? null : write(paceOf(terms, requirement, running)),
    latestSafeDay: latestSafeDay(terms, requirement, owed),
    state,
    metOn: state === 'met' ? metOn(requirement.required, result, target.comparator) : null,
    doubts,
    explanation: result.credits,
  }
}

function write(value: Rational | null): Occurrence['actual'] {
  return value === null ? null : toDecimal(value, 6, 'half-up')
}

function doubtsOf({ unknownYear }: Slot, { doubt }: Result, isUnknown: boolean, isOverUnmet: boolean): readonly Doubt[] {
  const doubts: Doubt[] = []
  if (isUnknown) doubts.push({ code: 'mid-period', params: {} })
  if (unknownYear !== null) doubts.push({ code: 'unknown-year', params: { year: unknownYear } })
  // a share of nothing is no doubt while the period may still bring something
  if (doubt !== null && (doubt.code === 'no-base' || isOverUnmet)) doubts.push(doubt)
  return doubts
}

interface Standing {
  readonly isMet: boolean
  readonly isOver: boolean
  readonly isBefore: boolean
  /** A person must first say something. */
  readonly isOpen: boolean
}

function stateOf(
  terms: Terms,
  requirement: Requirement,
  { value }: Result,
  { isMet, isOver, isBefore, isOpen }: Standing,
): OccurrenceState {
  if (isBefore) return 'upcoming'
  const { target } = terms
  if (isLevel(terms)) {
    if (isMet) return 'met'
    if (isOpen || !isOver) return 'open'
    return value === null || (value.n === 0n && !isCap(target)) ? 'missed' : 'short'
  }
  const done = value ?? zero
  if (isOpen) return isMet && !isCap(target) ? 'met' : 'open'
  if (isBroken(done, target, requirement)) return 'missed'
  if (isMet) return isCap(target) && !isOver ? 'open' : 'met'
  if (!isOver) return 'open'
  return done.n === 0n ? 'missed' : 'short'
}

function latestSafeDay({ target }: Terms, { lastDay }: Requirement, owed: Rational | null): Day | null {
  if (lastDay === null) return null
  if (target.measure.kind !== 'days' || owed === null) return lastDay
  return addDays(lastDay, -Number(rationalOf(toDecimal(owed, 0, 'up')).n))
}

/** The first day at whose end what had added up reached what is required. */
function metOn(required: Rational, { growth }: Result, comparator: Terms['target']['comparator']): Day | null {
  if (growth === null || comparator === '<=' || comparator === '<') return null
  let sum = zero
  for (const [index, { day, by }] of growth.entries()) {
    sum = add(sum, by)
    if (growth[index + 1]?.day === day) continue
    const order = compare(sum, required)
    if (order > 0 || (order === 0 && comparator !== '>')) return day
  }
  return null
}
