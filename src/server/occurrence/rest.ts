import type { Credit } from '#core/occurrence/credit.ts'
import type { Others } from '#core/occurrence/measure.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { add, type Rational, rationalOf, subtract, zero } from '#core/quantity/rational.ts'
import type { KeptOccurrence } from '#server/occurrence/kept.ts'

type Kept = Pick<KeptOccurrence, 'brief'>
type Part = Credit['part']

/** What the credits of a part that count come to. */
export function totalOf(credits: readonly Credit[], part: Part): Rational {
  return credits.reduce((sum, credit) => (credit.counts && credit.part === part ? add(sum, rationalOf(credit.quantity)) : sum), zero)
}

/**
 * What all records but some add to an occurrence that is kept, as if it had been on one day: that on which it was met, else the first of its period. The totals are right;
 * the day it is then met on only where `isDayCertain`. Null where the kept one holds less than those add: it was not worked out from them.
 */
export function restOf({ brief }: Kept, without: readonly Credit[]): Others | null {
  const { metOn, period, numerator, denominator, actual } = brief
  const sides: readonly (readonly [Part, Occurrence['actual']])[] =
    denominator === null
      ? [['whole', actual]]
      : [
          ['numerator', numerator],
          ['denominator', denominator],
        ]
  const rest = sides.map(([part, total]) => ({ part, by: subtract(total === null ? zero : rationalOf(total), totalOf(without, part)) }))
  if (rest.some(({ by }) => by.n < 0n)) return null
  return Object.fromEntries(rest.flatMap(({ part, by }) => (by.n === 0n ? [] : [[part, [{ day: metOn ?? period.from, by }]]])))
}

/** Whether an occurrence worked out from `restOf` is met on the day it is said to be, when what changed fell on some days. */
export function isDayCertain({ brief }: Kept, { state, metOn, required }: Occurrence, changed: readonly Credit['on'][]): boolean {
  if (state !== 'met') return true
  return brief.metOn === metOn && brief.required === required && changed.every((day) => metOn === null || day > metOn)
}
