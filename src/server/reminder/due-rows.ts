import type { Tx } from '#server/db/connect.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'

/** Confirmed rows of the ledger with how they stand today and by when they are due: by the day that holds, the latest that is still safe first. */
export function dueRows(tx: Tx, jurisdictionId: string) {
  return tx
    .selectFrom('ledgerEntry')
    .leftJoin('ledgerStanding', (join) =>
      join
        .on('ledgerStanding.jurisdictionId', '=', jurisdictionId)
        .on('ledgerStanding.edition', '=', CURRENT)
        .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .select(['ledgerEntry.commitmentId', 'ref', 'light'])
    .select((eb) => eb.fn.coalesce('latestSafeDay', 'periodTo', 'ledgerEntry.extendedTo', 'dueOn').as('dueBy'))
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
}
