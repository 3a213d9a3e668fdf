import type { Rational } from '#core/quantity/rational.ts'

/** Places a root is worked out to: far more than are ever written down. */
const PLACES = 15n

/**
 * The positive `degree`-th root of a number of zero or more, rounded down to fifteen places; exact where the root has no more than that. `degree`: 1 or more.
 */
export function rootOf({ n, d }: Rational, degree: number): Rational {
  if (degree === 1 || n === 0n) return { n, d }
  const power = BigInt(degree)
  const scale = 10n ** PLACES
  // (root × scale)^degree = n ÷ d × scale^degree
  const wanted = (n * scale ** power) / d
  let [low, high] = [0n, 1n]
  while (high ** power <= wanted) high *= 2n
  while (low + 1n < high) {
    const middle = (low + high) / 2n
    if (middle ** power <= wanted) low = middle
    else high = middle
  }
  return { n: low, d: scale }
}
