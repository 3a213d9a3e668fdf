import { Decimal } from '#core/quantity/decimal.ts'

/** An exact number: numerator over a denominator above zero. Everything is compared exactly and rounded only when it is written down. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

/** How a number that does not fit is written: to the nearest (a half away from zero), towards +∞, towards −∞. */
export type Rounding = 'half-up' | 'up' | 'down'

export const zero: Rational = { n: 0n, d: 1n }
export const one: Rational = { n: 1n, d: 1n }

export function whole(value: number): Rational {
  return { n: BigInt(value), d: 1n }
}

export function rationalOf(decimal: Decimal): Rational {
  const [integer = '0', places = ''] = decimal.split('.')
  return reduced(BigInt(integer + places), 10n ** BigInt(places.length))
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d })
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduced(a.n * b.n, a.d * b.d)
}

/** Null where the divisor is zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null
  return b.n > 0n ? reduced(a.n * b.d, a.d * b.n) : reduced(-a.n * b.d, -a.d * b.n)
}

/** Below zero where a < b, zero where equal, above zero where a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) < 0 ? b : a
}

export function min(a: Rational, b: Rational): Rational {
  return compare(a, b) > 0 ? b : a
}

/** The number with at most `digits` places, in canonical form (`12`, `0.5`, never `-0` nor `1.50`). */
export function toDecimal(value: Rational, digits: number, rounding: Rounding): Decimal {
  const scale = 10n ** BigInt(digits)
  const scaled = rounded(value.n * scale, value.d, rounding)
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0')
  const places = digits === 0 ? '' : text.slice(-digits).replace(/0+$/, '')
  const integer = digits === 0 ? text : text.slice(0, -digits)
  return Decimal.parse(`${scaled < 0n ? '-' : ''}${integer}${places === '' ? '' : `.${places}`}`)
}

function rounded(n: bigint, d: bigint, rounding: Rounding): bigint {
  const floor = n >= 0n || n % d === 0n ? n / d : n / d - 1n
  const rest = n - floor * d
  if (rest === 0n || rounding === 'down') return floor
  if (rounding === 'up') return floor + 1n
  const isHalf = rest * 2n === d
  return rest * 2n > d || (isHalf && n > 0n) ? floor + 1n : floor
}

function reduced(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d }
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d)
  return { n: n / divisor, d: d / divisor }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
