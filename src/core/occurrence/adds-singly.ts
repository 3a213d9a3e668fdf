import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Counting } from '#core/counting/counting.ts'
import { countingsOf, relatedTo } from '#core/occurrence/related.ts'
import type { Measure } from '#core/target/measure.ts'
import type { Terms } from '#core/terms/terms.ts'

/**
 * Whether each record adds to an occurrence by itself, whatever other records there are: counts and sums, and ratios of them. An occurrence then follows from
 * one record and from what the others add (`evaluateKey`), and a write need not look at the others one by one.
 */
export function addsSingly(terms: Terms, known: ReadonlyMap<CommitmentId, Terms>): boolean {
  const { scope, rhythm, counting, target } = terms
  if (scope.kind === 'record' || rhythm.kind === 'within') return false
  const { measure } = target
  const isSum =
    measure.kind === 'ratio'
      ? [measure.numerator, measure.denominator].every((side) => isOneSum(side.measure, side.counting ?? counting))
      : isOneSum(measure, counting)
  return isSum && hasNoEvent(terms, known)
}

/**
 * Whether the days of an occurrence stand each for itself: what records fill of one follows from the records of that day alone. A write then concerns the days of
 * its record, and who else filled those.
 */
export function addsByDay(terms: Terms, known: ReadonlyMap<CommitmentId, Terms>): boolean {
  const { scope, rhythm, counting, target } = terms
  if (target.measure.kind !== 'days' || scope.kind === 'record' || rhythm.kind === 'within') return false
  const isOne = counting.mode === 'any' || counting.sources.length < 2
  return isOne && hasNoEvent(terms, known)
}

/** Where something must come before an event, a record of the event alters what others add. */
function hasNoEvent(terms: Terms, known: ReadonlyMap<CommitmentId, Terms>): boolean {
  return relatedTo(terms, known).every((each) => countingsOf(each).every(({ before }) => before === null))
}

function isOneSum({ kind }: Measure, { mode, sources }: Counting): boolean {
  return (kind === 'count' || kind === 'achieved' || kind === 'sum') && (mode === 'any' || sources.length < 2)
}
