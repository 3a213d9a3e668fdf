import { type Day, dayOf, yearOf } from '#core/day/day.ts'
import { earlierOf } from '#core/calendar/months.ts'
import { candidatesOf, type DaySpan, type Window } from '#core/occurrence/candidates.ts'
import type { Credit } from '#core/occurrence/credit.ts'
import type { Verdict } from '#core/occurrence/judge.ts'
import { creditOf, type Growth } from '#core/occurrence/measured.ts'
import { measureSimple } from '#core/occurrence/measure-simple.ts'
import type { Doubt } from '#core/occurrence/occurrence.ts'
import { divide, multiply, one, type Rational, rationalOf, subtract, whole, zero } from '#core/quantity/rational.ts'
import { rootOf } from '#core/quantity/root.ts'
import { partiesIn } from '#core/record/parties-in.ts'
import { holdsOn } from '#core/roster/interval.ts'
import { isSameOn } from '#core/roster/roster-index.ts'
import { tenuresOf } from '#core/roster/tenure.ts'
import type { Measure, SimpleMeasure, Target } from '#core/target/measure.ts'
import type { Counting } from '#core/counting/counting.ts'

/** What a target's measure comes to, before anything is rounded. */
export interface Result {
  readonly value: Rational | null
  readonly numerator: Rational | null
  readonly denominator: Rational | null
  readonly growth: readonly Growth[] | null
  readonly credits: readonly Credit[]
  readonly doubt: Doubt | null
}

/** What records that the view does not hold add to an occurrence, by part and day; or, where only some `days` are looked at, what is filled on all others. */
export type Others = Readonly<Partial<Record<Credit['part'], readonly Growth[]>>> & { readonly days?: DaySpan }

/**
 * Measures a target for one subject in one period, as of the window's day.
 * - ratio = numerator ÷ denominator × scale (100 where the unit is %, 1000 where it is ‰, else 1);
 * - coverage = members named ÷ members as of the last day asked for × scale;
 * - decrease = (base − value) ÷ base × 100 where the unit is %, else base − value; increase the other way round;
 * - 年均 over n years since the base year: decrease = (1 − (value ÷ base)^(1/n)) × 100, increase = ((value ÷ base)^(1/n) − 1) × 100 where the unit is %, else
 *   the difference ÷ n. 36.1 two years after 40 is 5 % a year: 40 × 0.95 × 0.95 = 36.1.
 */
export function measure(target: Target, counting: Counting, window: Window, others: Others = {}): Result {
  const { measure: wanted } = target
  switch (wanted.kind) {
    case 'ratio': {
      const numerator = measureSimple(
        wanted.numerator.measure,
        wanted.numerator.counting ?? counting,
        windowOf(wanted.numerator.counting ?? counting, { ...window, others: others.numerator ?? [] }),
      )
      const denominator = measureSimple(
        wanted.denominator.measure,
        wanted.denominator.counting ?? counting,
        windowOf(wanted.denominator.counting ?? counting, { ...window, others: others.denominator ?? [] }),
      )
      const credits = [...part(numerator.credits, 'numerator'), ...part(denominator.credits, 'denominator')]
      return { ...shareOf(numerator.value, denominator.value, target.unit), credits }
    }
    case 'coverage':
      return cover(wanted, target.unit, counting, windowOf(counting, window))
    case 'change':
      return change(wanted, target.unit, counting, window)
    case 'count':
    case 'achieved':
    case 'days':
    case 'sum':
    case 'distinct':
    case 'latest': {
      const { value, growth, credits } = measureSimple(
        wanted,
        counting,
        windowOf(counting, { ...window, others: others.whole ?? [], days: others.days ?? null }),
      )
      return { value, growth, credits, numerator: null, denominator: null, doubt: null }
    }
  }
}

/** What a ratio is multiplied by, to be in its unit. */
export function scaleOf(unit: string): Rational {
  if (unit === '%') return whole(100)
  return unit === '‰' ? whole(1000) : one
}

function windowOf({ since }: Counting, window: Window): Window {
  return since === 'ever' ? { ...window, from: null } : window
}

function part(credits: readonly Credit[], name: Credit['part']): readonly Credit[] {
  return credits.map((credit) => ({ ...credit, part: name }))
}

function shareOf(numerator: Rational | null, denominator: Rational | null, unit: string): Omit<Result, 'credits'> {
  const [above, below] = [numerator ?? zero, denominator ?? zero]
  const share = divide(above, below)
  const value = share === null ? null : multiply(share, scaleOf(unit))
  const doubt: Doubt | null = share === null ? { code: 'nothing-to-divide-by', params: {} } : null
  return { value, numerator: above, denominator: below, growth: null, doubt }
}

function cover(wanted: Extract<Measure, { kind: 'coverage' }>, unit: string, counting: Counting, window: Window): Result {
  const { roster } = window.view
  const members = [...tenuresOf(wanted.population, roster)]
    .filter(([, tenure]) => tenure.some((each) => holdsOn(each, window.to)))
    .map(([key]) => key)
  const uncovered = new Set(members)
  const credits = candidatesOf(counting, window).map(({ record, day, verdict }) => {
    if (!verdict.counts) return creditOf(record, verdict, 0n, 1n, day)
    const parties = wanted.field === null ? record.subjects : partiesIn(record, wanted.field)
    const before = uncovered.size
    for (const key of uncovered) if (parties.some((party) => isSameOn(party, key, day, roster))) uncovered.delete(key)
    const added = before - uncovered.size
    const counted: Verdict = added > 0 ? verdict : { counts: false, reason: { code: 'same-as-before', params: {} } }
    return creditOf(record, counted, BigInt(added), 1n, day)
  })
  return { ...shareOf(whole(members.length - uncovered.size), whole(members.length), unit), credits }
}

function change(wanted: Extract<Measure, { kind: 'change' }>, unit: string, counting: Counting, window: Window): Result {
  const now = measureSimple(wanted.of, counting, window)
  const base = baseOf(wanted, counting, window)
  const nothing = { value: null, numerator: null, denominator: null, growth: null }
  const credits = [...now.credits, ...part(base.credits, 'base')]
  if (base.value === null || (unit === '%' && base.value.n === 0n)) return { ...nothing, credits, doubt: { code: 'no-base', params: {} } }
  if (now.value === null) return { ...nothing, credits, doubt: null }
  const difference = wanted.direction === 'decrease' ? subtract(base.value, now.value) : subtract(now.value, base.value)
  const value = amountOf(wanted, unit, { base: base.value, now: now.value, years: yearsSince(wanted, window) })
  if (value === null) return { ...nothing, credits, doubt: { code: 'no-base', params: {} } }
  return { value, numerator: difference, denominator: base.value, growth: null, credits, doubt: null }
}

interface Compared {
  readonly base: Rational
  readonly now: Rational
  /** The years a change is spread over. */
  readonly years: number
}

/** How much something changed in the target's unit; null where that cannot be said in per cent. */
function amountOf({ direction }: Extract<Measure, { kind: 'change' }>, unit: string, { base, now, years }: Compared): Rational | null {
  const sign = direction === 'decrease' ? whole(-1) : one
  if (unit !== '%') return multiply(sign, multiply(subtract(now, base), { n: 1n, d: BigInt(years) }))
  const ratio = divide(now, base)
  if (ratio === null || (years > 1 && ratio.n < 0n)) return null
  return multiply(sign, multiply(subtract(rootOf(ratio, years), one), whole(100)))
}

/** 年均: the years from the base year to the year looked at, at least one. */
function yearsSince({ base }: Extract<Measure, { kind: 'change' }>, { to }: Window): number {
  return base.kind === 'year' && base.isYearly === true ? Math.max(1, yearOf(to) - base.year) : 1
}

function baseOf(
  { base, of }: Extract<Measure, { kind: 'change' }>,
  counting: Counting,
  window: Window,
): { value: Rational | null; credits: readonly Credit[] } {
  if (base.kind === 'value') return { value: rationalOf(base.value), credits: [] }
  const span = base.kind === 'year' ? yearSpan(base.year) : window.period.previous
  if (span === null) return { value: null, credits: [] }
  const { value, credits } = measureAsBase(
    of,
    counting,
    { ...window, tenure: null, from: span.from, to: earlierOf(span.to, window.asOf) },
    span,
  )
  return { value: credits.some(({ counts }) => counts) ? value : null, credits }
}

/** The base is judged in its own period. */
function measureAsBase(
  of: SimpleMeasure,
  counting: Counting,
  window: Window,
  span: { readonly from: Day; readonly to: Day },
): ReturnType<typeof measureSimple> {
  return measureSimple(of, counting, { ...window, period: { ...window.period, ...span, isFinal: true } })
}

function yearSpan(year: number): { from: Day; to: Day } | null {
  const [from, to] = [dayOf(year, 1, 1), dayOf(year, 12, 31)]
  return from === null || to === null ? null : { from, to }
}
