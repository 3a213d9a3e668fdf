import type { PlanClause } from './view.ts'

/** Whether a clause is another one or lies below it. */
export function within(id: string, above: string, clauses: readonly PlanClause[]): boolean {
  const parents = new Map<string, string | null>(clauses.map((clause) => [clause.id, clause.parent]))
  let at: string | null = id
  for (let steps = 0; at !== null && steps <= clauses.length; steps += 1) {
    if (at === above) return true
    at = parents.get(at) ?? null
  }
  return false
}
