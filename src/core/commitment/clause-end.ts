import type { Commitment } from '#core/commitment/commitment.ts'
import type { Clause } from '#core/draft/clause.ts'

type Promised = Pick<Commitment, 'span'> & { readonly clause: string }

type Node = Pick<Clause, 'kind' | 'span'> & { readonly id: string; readonly parent: string | null }

/**
 * Where a clause ends in the text with everything below it and the commitments of all that: a heading may span only its own line. A finding
 * ends where the aspect does that it stands in, since the measures that answer it follow. Clauses are in the order of the document.
 */
export function clauseEnd(clauses: readonly Node[], commitments: readonly Promised[], id: string): number {
  const own = clauses.find((clause) => clause.id === id)
  if (own === undefined) return 0
  if (own.kind === 'finding' && own.parent !== null) return clauseEnd(clauses, commitments, own.parent)
  const inside = new Set([id])
  let end = own.span.end
  for (const clause of clauses) {
    if (clause.parent === null || !inside.has(clause.parent)) continue
    inside.add(clause.id)
    end = Math.max(end, clause.span.end)
  }
  return Math.max(end, ...commitments.map(({ clause, span }) => (span !== null && inside.has(clause) ? span.end : 0)))
}
