import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Terms } from '#core/terms/terms.ts'

/** The rules of a commitment: its own, and those of the sides of a ratio. */
export function countingsOf({ counting, target: { measure } }: Terms): readonly Counting[] {
  if (measure.kind !== 'ratio') return [counting]
  return [counting, measure.numerator.counting, measure.denominator.counting].filter((each) => each !== null)
}

/** The commitments that its own rules name (其中, exclusions). */
export function referencesOf(terms: Terms): readonly CommitmentId[] {
  return countingsOf(terms).flatMap(({ within, notWith }) => (within === null ? notWith : [within, ...notWith]))
}

/** The commitment and all that its rules refer to, directly or not, each once. */
export function relatedTo(terms: Terms, known: ReadonlyMap<CommitmentId, Terms>): readonly Terms[] {
  const found = new Map([[terms.commitment, terms]])
  for (const each of found.values())
    for (const id of referencesOf(each)) {
      const other = known.get(id)
      if (other !== undefined && !found.has(id)) found.set(id, other)
    }
  return [...found.values()]
}
