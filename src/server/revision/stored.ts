import * as z from 'zod'
import type { Draft } from '#core/draft/draft.ts'
import type { ShownComparison } from '#core/revision/shown.ts'
import type { Read } from '#core/revision/side.ts'
import type { StoredClause } from '#server/plan/clauses.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

/** The new document as it was read, with ids of its own that its clauses, commitments and questions keep in the plan where they are new there. */
export interface StoredDraft extends Pick<Draft, 'title' | 'questions' | 'diagnostics'> {
  readonly clauses: readonly StoredClause[]
  readonly commitments: readonly Read[]
}

// the columns hold what core made and were checked when they were written: they are taken as they are
const draftColumn = z.custom<StoredDraft>()
const comparisonColumn = z.custom<ShownComparison>()
export const State = z.enum(['open', 'applied', 'withdrawn', 'superseded'])

/** A revision of a plan; locked until the transaction ends where it is to change. NOT_FOUND where the plan has none. */
export async function loadRevision(
  tx: Tx,
  jurisdictionId: string,
  { planId, id }: { readonly planId: string; readonly id: string },
  isLocked = false,
) {
  const row = await tx
    .selectFrom('planRevision')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where('id', '=', id)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return { ...row, state: State.parse(row.state), draft: draftColumn.parse(row.draft), comparison: comparisonColumn.parse(row.comparison) }
}
