import type { LedgerColumn, LedgerView } from '#core/ledger/ledger.ts'
import { runInWorker } from '#formats/worker/run-in-worker.ts'
import type { Table } from '#formats/xlsx/table.ts'
import type { Tx } from '#server/db/connect.ts'
import { ENTRY_COLUMNS, entryOf } from '#server/ledger/entry.ts'
import { matching } from '#server/ledger/matching.ts'
import { orderOf } from '#server/ledger/order.ts'
import { giveRoomToSort } from '#server/ledger/room.ts'
import { ledgerTable } from '#server/ledger/table.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LIMITS = { ms: 300_000, mb: 3072 } as const

/** 导出台账: the ledger exactly as seen, as .xlsx, written in a thread of its own. Exports are journalled. */
export async function exportLedger(
  context: Context,
  input: { readonly view: LedgerView; readonly columns: readonly LedgerColumn[] },
): Promise<File> {
  const table = await tableAsSeen(context, input)
  const bytes = await runInWorker<Uint8Array<ArrayBuffer>>(new URL('export.worker.ts', import.meta.url), { table }, LIMITS)
  return new File([bytes], `整改台账-${context.asOf}.xlsx`, { type: TYPE })
}

async function tableAsSeen(
  context: Context,
  { view, columns }: { readonly view: LedgerView; readonly columns: readonly LedgerColumn[] },
): Promise<Table> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('ledger:export')
    await giveRoomToSort(tx)
    const matched = matching(tx, actor.jurisdictionId, view).select(ENTRY_COLUMNS)
    const rows = await orderOf(view)
      .reduce((query, term) => query.orderBy(term), matched)
      .execute()
    const title = await titleOf(tx, actor.jurisdictionId, view.plan)
    const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', actor.jurisdictionId).executeTakeFirstOrThrow()
    await record({
      verb: 'ledger.export',
      subject: { kind: 'ledger', id: view.plan ?? 'all' },
      after: { view, columns, rows: rows.length },
    })
    return ledgerTable(rows.map(entryOf), [...new Set(columns)], { title, madeBy: name, asOf: context.asOf, groupBy: view.groupBy })
  })
}

async function titleOf(tx: Tx, jurisdictionId: string, planId: string | null): Promise<string> {
  if (planId === null) return '整改台账'
  const plan = await tx
    .selectFrom('plan')
    .select('title')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', planId)
    .executeTakeFirst()
  return plan ? `${plan.title}台账` : '整改台账'
}
