import type { Commitment } from '#core/commitment/commitment.ts'
import type { Instant } from '#core/day/day.ts'
import type { Place } from '#core/ledger/place.ts'
import { saveLedgerNames } from '#server/access/save-names.ts'
import { commitmentColumns, entryColumns } from '#server/commitment/columns.ts'
import { keepMade } from '#server/commitment/keep-replaced.ts'
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

/** Saves new commitments with their ledger entries. Ones that others are `within` come before them. */
export async function insertCommitments(
  tx: Tx,
  jurisdictionId: string,
  text: string,
  commitments: readonly { readonly commitment: Commitment; readonly standing: Standing }[],
  now: Instant,
): Promise<void> {
  for (let start = 0; start < commitments.length; start += ROWS_A_STATEMENT) {
    const some = commitments.slice(start, start + ROWS_A_STATEMENT)
    const rows = some.map(({ commitment, standing: { planId, ordinal } }) => ({
      jurisdictionId,
      id: commitment.id,
      planId,
      clauseId: commitment.clause,
      withinId: commitment.within,
      ordinal,
      ref: commitment.ref,
      ...commitmentColumns(commitment),
    }))
    const entries = some.map(({ commitment, standing: { place, ...standing } }) => ({
      jurisdictionId,
      commitmentId: commitment.id,
      ref: commitment.ref,
      ...standing,
      ...place,
      ...entryColumns(commitment, text),
    }))
    await tx.insertInto('commitment').values(rows).execute()
    await tx.insertInto('ledgerEntry').values(entries).execute()
    await saveLedgerNames(tx, jurisdictionId, entries)
    await keepMade(
      tx,
      jurisdictionId,
      some.map(({ commitment }) => commitment.id),
      now,
    )
  }
}
