import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Measure } from '#core/target/measure.ts'
import type { Definition } from '#core/terms/definition.ts'

/** Which other commitments the rules of one ask about: 其中 and exclusions, of the whole and of the sides of a share. */
export function namedBy(
  { counting, measure }: Pick<Definition, 'counting' | 'measure'>,
  within: CommitmentId | null,
): readonly CommitmentId[] {
  const rules = [counting, ...sidesOf(measure)].filter((rule) => rule !== null)
  const named = rules.flatMap((rule) => [...(rule.within === null ? [] : [rule.within]), ...rule.notWith])
  return within === null || counting?.within != null ? named : [...named, within]
}

function sidesOf(measure: Measure | null): readonly (Counting | null)[] {
  return measure?.kind === 'ratio' ? [measure.numerator.counting, measure.denominator.counting] : []
}

/**
 * A circle of rules that leads from a commitment back to itself (A within B within A; A not with B and B not with A), the commitment first; null where there is
 * none. Whether something counts would then hang on itself. `named`: whom the rules of each ask about.
 */
export function circleFrom(start: CommitmentId, named: ReadonlyMap<CommitmentId, readonly CommitmentId[]>): readonly CommitmentId[] | null {
  const seen = new Set<CommitmentId>()
  const walk = (path: readonly CommitmentId[]): readonly CommitmentId[] | null => {
    for (const next of named.get(path.at(-1) ?? start) ?? []) {
      if (next === start) return path
      if (seen.has(next)) continue
      seen.add(next)
      const found = walk([...path, next])
      if (found !== null) return found
    }
    return null
  }
  return walk([start])
}
