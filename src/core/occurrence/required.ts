import type { Day } from '#core/day/day.ts'
import { daysFromTo } from '#core/calendar/months.ts'
import type { Slot } from '#core/occurrence/slots-of.ts'
import { type Rational, rationalOf, type Rounding } from '#core/quantity/rational.ts'
import { daysWithin, shared } from '#core/roster/interval.ts'
import type { Measure } from '#core/target/measure.ts'
import type { Terms } from '#core/terms/terms.ts'

/** What is owed in a slot: the number (and upper number), and the days it is spread over. */
export interface Requirement {
  readonly required: Rational
  readonly upper: Rational | null
  /** Days of the period that are owed, and how many of them have gone by; null where the period is open. */
  readonly days: { readonly all: number; readonly gone: number } | null
  /** The last day that is owed; null where the period is open. */
  readonly lastDay: Day | null
  /** `unknown`: the basis does not say what who joins or leaves owes; the number is then the whole. */
  readonly membership: 'whole' | 'pro-rata' | 'nothing' | 'unknown'
}

/** Whether a measure adds up over a period, so that it is owed by days. */
export function addsUp({ measure: { kind } }: { readonly measure: Measure }): boolean {
  return kind === 'count' || kind === 'achieved' || kind === 'days' || kind === 'sum' || kind === 'distinct'
}

/** The smallest step a measure can grow by, one over this: whole things, half days, hundredths of a sum. */
export function stepsPerUnit(kind: Measure['kind']): bigint {
  if (kind === 'days') return 2n
  return kind === 'sum' ? 100n : 1n
}

/**
 * required = value × days owed ÷ length of the period, where the period is cut short or the subject joined or left within it and the basis says pro rata;
 * rounded up to a whole (half a day for days, a hundredth for sums), caps rounded down. Only what adds up is owed pro rata.
 */
export function requirementOf(terms: Terms, { period, tenure }: Slot, asOf: Day): Requirement {
  const value = rationalOf(period.value ?? terms.target.value)
  const upper = terms.target.upper === null ? null : rationalOf(terms.target.upper)
  const { from, to, length } = period
  if (to === null || length === null) return { required: value, upper, days: null, lastDay: null, membership: 'whole' }
  const all = Math.max(1, daysFromTo(from, to))
  const member = tenure === null ? all : daysWithin(tenure, from, to)
  const membership = member >= all || to < from ? 'whole' : membershipOf(terms)
  const isByMember = membership === 'pro-rata' && tenure !== null
  const owned = isByMember ? shared(tenure, [{ from, to }]) : [{ from, to }]
  const days = {
    all: isByMember ? member : all,
    gone: asOf < from ? 0 : Math.min(daysWithin(owned, from, asOf), isByMember ? member : all),
  }
  const lastDay = owned.at(-1)?.to ?? to
  const owed = addsUp(terms.target) ? { days: days.all, of: length } : { days: 1, of: 1 }
  const isCap = terms.target.comparator === '<=' || terms.target.comparator === '<'
  const part = (number: Rational, rounding: Rounding): Rational =>
    owed.days === owed.of ? number : partOf(number, owed.days, owed.of, stepsPerUnit(terms.target.measure.kind), rounding)
  return { required: part(value, isCap ? 'down' : 'up'), upper: upper === null ? null : part(upper, 'down'), days, lastDay, membership }
}

function membershipOf({ midPeriod, target }: Terms): Requirement['membership'] {
  if (!addsUp(target) || midPeriod === 'full') return 'whole'
  if (midPeriod === null) return 'unknown'
  return midPeriod === 'none' ? 'nothing' : 'pro-rata'
}

/** value × days ÷ of, to the next step up or down. */
function partOf(value: Rational, days: number, of: number, steps: bigint, rounding: Rounding): Rational {
  const n = value.n * BigInt(days) * steps
  const d = value.d * BigInt(of)
  const floor = n >= 0n || n % d === 0n ? n / d : n / d - 1n
  const step = rounding === 'up' && n % d !== 0n ? floor + 1n : floor
  return steps === 1n ? { n: step, d: 1n } : { n: step, d: steps }
}
