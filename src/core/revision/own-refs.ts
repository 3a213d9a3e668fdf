import type { Commitment } from '#core/commitment/commitment.ts'
import { partRefs } from '#core/commitment/ref.ts'

/** A commitment as it stands after a revision. `isPlaced`: it is read in the new document; others have no number of their own in it. */
export interface Settled {
  readonly outcome: 'kept' | 'revised' | 'added' | 'discarded' | 'left'
  readonly isPlaced: boolean
  readonly before: Commitment | null
  readonly after: Commitment
}

/** Numbers of the document for what is read in it; others keep theirs, with a letter where another has it now. Parts follow the number of their whole. */
export function withOwnRefs(settled: readonly Settled[]): readonly Settled[] {
  const renamed = new Map<string, { readonly from: string; readonly to: string }>()
  for (const { isPlaced, before, after } of settled)
    if (isPlaced && before !== null) for (const part of after.replacedBy) renamed.set(part, { from: before.ref, to: after.ref })
  const taken = new Set(settled.flatMap(({ isPlaced, after }) => (isPlaced ? [after.ref] : [])))
  return settled.map((each) => {
    if (each.isPlaced) return each
    const own = each.after.ref
    const whole = renamed.get(each.after.id)
    const wanted = whole !== undefined && own.startsWith(whole.from) ? whole.to + own.slice(whole.from.length) : own
    const ref = taken.has(wanted) ? (partRefs(wanted, 1, taken)[0] ?? wanted) : wanted
    taken.add(ref)
    return ref === own ? each : { ...each, after: { ...each.after, ref, version: (each.before?.version ?? 0) + 1 } }
  })
}
