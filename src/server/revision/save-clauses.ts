import { ClauseId } from '#core/commitment/commitment.ts'
import type { Tx } from '#server/db/connect.ts'
import { insertClauses } from '#server/import/insert-outline.ts'
import { PlanId } from '#core/plan/plan.ts'
import { loadClauses, type StoredClause } from '#server/plan/clauses.ts'

interface Where {
  readonly jurisdictionId: string
  readonly planId: string
  /** The revision that the clauses are of. */
  readonly revision: number
}

/**
 * Saves the outline of a new document: what stands in both documents (`same`: old id, new id) stays the same clause, the rest is added; what is gone is kept
 * aside, since what was done about it names it. Gives the stored id of each new clause, and of each that is gone the one it stood under, as far as that is still there.
 */
export async function saveClauses(
  tx: Tx,
  where: Where,
  next: readonly StoredClause[],
  same: readonly (readonly [string, string])[],
): Promise<ReadonlyMap<string, ClauseId>> {
  const { jurisdictionId, planId } = where
  const olds = await loadClauses(tx, { jurisdictionId, planId })
  const known = new Set<string>(olds.map(({ id }) => id))
  const oldOf = new Map(same.flatMap(([old, id]) => (known.has(old) ? [[id, ClauseId.parse(old)] as const] : [])))
  const ids = new Map<string, ClauseId>(next.map(({ id }) => [id, oldOf.get(id) ?? id]))
  const outline = next.map((clause, ordinal) => ({
    ...clause,
    ordinal,
    id: ids.get(clause.id) ?? clause.id,
    parent: clause.parent === null ? null : (ids.get(clause.parent) ?? null),
  }))
  const added = outline.filter(({ id }) => !known.has(id))
  await insertClauses(tx, jurisdictionId, { id: PlanId.parse(planId), clauses: added.map((clause) => ({ ...clause, parent: null })) })
  for (const { id, parent, ordinal, kind, marker, title, span, cells } of outline)
    await tx
      .updateTable('clause')
      .set({
        parentId: parent,
        ordinal,
        kind,
        marker,
        title,
        spanStart: span.start,
        spanEnd: span.end,
        cells: cells === undefined ? null : JSON.stringify(cells),
      })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
  const standing = new Set<string>(outline.map(({ id }) => id))
  const gone = olds.filter(({ id }) => !standing.has(id))
  if (gone.length > 0)
    await tx
      .updateTable('clause')
      .set({ goneFrom: where.revision })
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(gone.map(({ id }) => id)))))
      .execute()
  return new Map([...ids, ...olds.flatMap((clause) => below(clause, olds, standing, outline[0]?.id))])
}

/** The nearest clause above one that is gone, or the first of all. */
function below(
  clause: StoredClause,
  olds: readonly StoredClause[],
  standing: ReadonlySet<string>,
  first: ClauseId | undefined,
): readonly (readonly [string, ClauseId])[] {
  let at: StoredClause | undefined = clause
  while (at !== undefined && !standing.has(at.id)) {
    const { parent }: StoredClause = at
    at = olds.find(({ id }) => id === parent)
  }
  const found = at?.id ?? first
  return found === undefined ? [] : [[clause.id, found]]
}
