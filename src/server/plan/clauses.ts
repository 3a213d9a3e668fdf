import type * as z from 'zod'
import { PlanClause } from '#contract/plan.ts'
import type { Tx } from '#server/db/connect.ts'

/** A clause of a stored plan. */
export type StoredClause = z.infer<typeof PlanClause>

/** The outline of a plan, in the order of its document, as its current revision has it. */
export async function loadClauses(
  tx: Tx,
  { jurisdictionId, planId }: { readonly jurisdictionId: string; readonly planId: string },
): Promise<readonly StoredClause[]> {
  const rows = await tx
    .selectFrom('clause')
    .select(['id', 'parentId', 'kind', 'marker', 'title', 'spanStart', 'spanEnd', 'cells'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where('goneFrom', 'is', null)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ parentId, spanStart, spanEnd, cells, ...row }) =>
    PlanClause.parse({ ...row, parent: parentId, span: { start: spanStart, end: spanEnd }, ...(cells === null ? {} : { cells }) }),
  )
}
