import type { Result } from '#core/occurrence/measure.ts'
import { scaleOf } from '#core/occurrence/measure.ts'
import { addsUp, type Requirement, stepsPerUnit } from '#core/occurrence/required.ts'
import { compare, divide, max, multiply, type Rational, subtract, toDecimal, rationalOf, whole, zero } from '#core/quantity/rational.ts'
import type { Measure, Target } from '#core/target/measure.ts'
import type { Terms } from '#core/terms/terms.ts'

/** Whether a value meets a target. `=` is met by at least as much unless the basis says exactly. */
export function meets(
  value: Rational,
  { comparator, isExact }: Target,
  { required, upper }: Pick<Requirement, 'required' | 'upper'>,
): boolean {
  const order = compare(value, required)
  switch (comparator) {
    case '>=':
      return order >= 0
    case '=':
      return isExact ? order === 0 : order >= 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    case '<':
      return order < 0
    case 'range':
      return order >= 0 && (upper === null || compare(value, upper) <= 0)
  }
}

/** Whether a value that can only grow has grown past what is allowed. */
export function isBroken(value: Rational, target: Target, { required, upper }: Pick<Requirement, 'required' | 'upper'>): boolean {
  if (isCap(target)) return !meets(value, target, { required, upper })
  if (target.comparator === '=' && target.isExact) return compare(value, required) > 0
  return target.comparator === 'range' && upper !== null && compare(value, upper) > 0
}

export function isCap({ comparator }: Target): boolean {
  return comparator === '<=' || comparator === '<'
}

/** Whether it is judged as it stands on the day (a share, an indicator, an open stock) rather than by what has added up. */
export function isLevel({ target, counting }: Terms): boolean {
  return !addsUp(target) || counting.completion?.counts === 'open'
}

/** What the upper side of a ratio or coverage must reach: required ÷ scale × lower side, to the next step. Null for other measures. */
export function runningOf(target: Target, required: Rational, { denominator }: Result): Rational | null {
  if (denominator === null || target.measure.kind === 'change') return null
  const share = divide(required, scaleOf(target.unit))
  if (share === null) return null
  const steps = target.measure.kind === 'ratio' ? digitsOf(target.measure.numerator.measure.kind) : 0
  const needed = multiply(share, denominator)
  const rounding = isCap(target) ? 'down' : 'up'
  return steps === 1 ? halves(needed, rounding) : rationalOf(toDecimal(needed, steps, rounding))
}

function digitsOf(kind: Measure['kind']): number {
  return kind === 'days' ? 1 : kind === 'sum' ? 2 : 0
}

function halves(value: Rational, rounding: 'up' | 'down'): Rational {
  return { n: rationalOf(toDecimal({ n: value.n * 2n, d: value.d }, 0, rounding)).n, d: 2n }
}

/**
 * 尚欠. What adds up: required − actual; `>` one step more; caps owe nothing. A stock that must shrink: actual − required. Ratios: running − numerator. An
 * indicator or change: its distance from the target. Null where nothing is known to take it from.
 */
export function owedOf(terms: Terms, { required }: Requirement, result: Result, running: Rational | null): Rational | null {
  const { target } = terms
  const isDown = isCap(target)
  if (running !== null) return max(zero, isDown ? subtract(result.numerator ?? zero, running) : subtract(running, result.numerator ?? zero))
  if (result.value === null) return target.measure.kind === 'latest' && !isDown ? required : null
  if (isDown) return isLevel(terms) ? max(zero, subtract(result.value, required)) : zero
  const step = target.comparator === '>' && addsUp(target) ? { n: 1n, d: stepsPerUnit(target.measure.kind) } : zero
  return max(zero, subtract(subtract(required, result.value), subtract(zero, step)))
}

/** 序时进度 in the unit of what is counted; null where nothing adds up over time, and for caps. */
export function paceOf(terms: Terms, { required, days }: Requirement, running: Rational | null): Rational | null {
  if (isCap(terms.target) || terms.target.measure.kind === 'achieved') return null
  if (running !== null && isGrowing(terms)) return running
  if (days === null || (running === null && isLevel(terms))) return null
  return divide(multiply(running ?? required, whole(days.gone)), whole(days.all))
}

/** A ratio whose lower side grows with the period. */
function isGrowing({ target: { measure }, counting }: Terms): boolean {
  return measure.kind === 'ratio' && (measure.denominator.counting ?? counting).since === 'period'
}
