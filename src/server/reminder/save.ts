import { sql } from 'kysely'
import type { Day, Instant } from '#core/day/day.ts'
import { keepReplaced } from '#server/commitment/keep-replaced.ts'
import type { Tx } from '#server/db/connect.ts'
import type { RemindableRow } from '#server/reminder/remindable.ts'

/** Keeps that these were reminded of on a day, and says so in their rows of the ledger. The rows are locked; who was reminded of today already is not again. */
export async function saveReminders(
  tx: Tx,
  jurisdictionId: string,
  rows: readonly RemindableRow[],
  said: { readonly on: Day; readonly at: Instant; readonly note: string; readonly account: string | null; readonly by: string },
): Promise<void> {
  if (rows.length === 0) return
  const { on, at, note, account, by } = said
  await tx
    .insertInto('reminder')
    .values(
      rows.map(({ commitment, dueBy }) => ({
        jurisdictionId,
        commitmentId: commitment,
        onDay: on,
        dueBy,
        note,
        byAccount: account,
        byName: by,
        at,
      })),
    )
    .execute()
  const ids = rows.map(({ commitment }) => commitment)
  await keepReplaced(tx, jurisdictionId, ids, at, ['reminders', 'reminded_on'])
  await tx
    .updateTable('ledgerEntry')
    .set({ reminders: sql<number>`reminders + 1`, remindedOn: on })
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(ids))))
    .execute()
}
