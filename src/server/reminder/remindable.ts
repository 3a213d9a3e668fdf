import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import type { Remindable } from '#core/reminder/reminder.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { dueRows } from '#server/reminder/due-rows.ts'

/** A row of the ledger as far as reminders look at it. */
export interface RemindableRow extends Remindable {
  readonly commitment: CommitmentId
  readonly ref: string
}

const idColumn = z.custom<CommitmentId>()
const dayColumn = z.custom<Day | null>()

/** Confirmed rows with how they stand today, locked; `ids` null: all of the jurisdiction, `scope` null: for the program itself. */
export async function loadRemindable(
  tx: Tx,
  jurisdictionId: string,
  { scope, ids }: { readonly scope: Scope | null; readonly ids: readonly string[] | null },
): Promise<readonly RemindableRow[]> {
  const rows = await dueRows(tx, jurisdictionId)
    .leftJoin('closure', (join) =>
      join
        .on('closure.jurisdictionId', '=', jurisdictionId)
        .onRef('closure.commitmentId', '=', 'ledgerEntry.commitmentId')
        .on('closure.stage', '=', ''),
    )
    .select(['remindedOn', 'closure.state as closure'])
    .$if(ids !== null, (query) => query.where((eb) => eb('ledgerEntry.commitmentId', '=', eb.fn.any(eb.val([...(ids ?? [])])))))
    .$if(scope !== null, (query) =>
      scope === null ? query : query.where((eb) => isSeenCommitment(tx, scope, eb.ref('ledgerEntry.commitmentId'))),
    )
    .orderBy('ledgerEntry.commitmentId')
    .forUpdate('ledgerEntry')
    .execute()
  return rows.map(({ commitmentId, ref, light, closure, remindedOn, dueBy }) => ({
    commitment: idColumn.parse(commitmentId),
    ref,
    isOpen: closure !== 'closed' && closure !== 'terminated',
    isDone: light === 'done' || light === 'waived',
    dueBy: dayColumn.parse(dueBy),
    remindedOn: dayColumn.parse(remindedOn),
  }))
}
