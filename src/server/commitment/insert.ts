import type { Commitment } from '#core/commitment/commitment.ts'
import type { Place } from '#core/ledger/place.ts'
import { changingColumns } from '#server/commitment/columns.ts'
import type { Tx } from '#server/db/connect.ts'

/** Where a new commitment stands: in which plan and behind what. */
export interface Standing {
  readonly planId: string
  readonly planTitle: string
  /** Order of the plan as text (see the migration). */
  readonly ordinal: string
  readonly place: Place
}

/** How many rows one statement carries: PostgreSQL takes at most 65,535 parameters. */
const ROWS_A_STATEMENT = 500

/** Saves new commitments. Ones that others are `within` come before them. */
export async function insertCommitments(
  tx: Tx,
  jurisdictionId: string,
  text: string,
  commitments: readonly { readonly commitment: Commitment; readonly standing: Standing }[],
): Promise<void> {
  const rows = commitments.map(({ commitment, standing: { place, ...standing } }) => ({
    jurisdictionId,
    id: commitment.id,
    clauseId: commitment.clause,
    withinId: commitment.within,
    ref: commitment.ref,
    ...standing,
    ...place,
    ...changingColumns(commitment, text),
  }))
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    await tx
      .insertInto('commitment')
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .execute()
}
