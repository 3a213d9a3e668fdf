import type { Commitment } from '#core/commitment/commitment.ts'
import type { Pair } from '#core/revision/compare-drafts.ts'

/**
 * The pairs that a person is asked about: what was left out before need not be left out again; what an earlier revision had left out and the new document has again
 * is new to the plan, as the commitment it was.
 */
export function pairsToConfirm(pairs: readonly Pair[], commitments: readonly Commitment[]): readonly Pair[] {
  const discarded = new Map<string | null, Commitment>(
    commitments.flatMap((each) => (each.state === 'discarded' ? [[each.id, each] as const] : [])),
  )
  return pairs.flatMap((pair): Pair[] => {
    const left = discarded.get(pair.old)
    if (left === undefined) return [pair]
    if (pair.next === null) return []
    return left.decision?.reason === 'revised' ? [{ ...pair, kind: 'new', differences: [] }] : [pair]
  })
}
