import { sql } from 'kysely'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT, STANDING_ROW } from '#server/ledger/standing-rows.ts'

/** 当前进度 of an edition, as if it were the current one. */
export function standingsOf(tx: Tx, jurisdictionId: string, edition: string) {
  return tx
    .selectFrom('ledgerStanding as rowKept')
    .select(['rowKept.jurisdictionId', sql<string>`${CURRENT}::uuid`.as('edition'), 'rowKept.commitmentId'])
    .select(STANDING_ROW.map((column) => `rowKept.${column}` as const))
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.edition', '=', edition)
}

/** 期次 of an edition. */
export function occurrencesOf(tx: Tx, jurisdictionId: string, edition: string) {
  return tx
    .selectFrom('pastOccurrence as rowKept')
    .selectAll()
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.edition', '=', edition)
}
