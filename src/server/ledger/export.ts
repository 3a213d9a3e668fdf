import type { Instant } from '#core/day/day.ts'
import type { LedgerColumn, LedgerView } from '#core/ledger/ledger.ts'
import { legendWords } from '#core/light/legend.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Table } from '#formats/xlsx/table.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenPlan } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { tableFile } from '#server/files/table-file.ts'
import { watermarked } from '#server/files/watermark.ts'
import { editionFor, readAt, type WithJobs } from '#server/ledger/edition.ts'
import { ENTRY_COLUMNS, entryOf } from '#server/ledger/entry.ts'
import { matching } from '#server/ledger/matching.ts'
import { orderOf } from '#server/ledger/order.ts'
import { giveRoomToSort } from '#server/ledger/room.ts'
import { CURRENT, STANDING_ROW } from '#server/ledger/standing-rows.ts'
import { ledgerTable } from '#server/ledger/table.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { quartersCorrected } from '#server/period-lock/corrected.ts'
import { accepted } from '#server/plan/accepted.ts'
import { revisionKnown } from '#server/revision/known.ts'
import { change } from '#server/verb/change.ts'

/** 导出台账: the ledger exactly as seen, as .xlsx, written in a thread of its own. Exports are journalled. */
export async function exportLedger(
  context: WithJobs,
  input: { readonly view: LedgerView; readonly columns: readonly LedgerColumn[] },
): Promise<File> {
  const table = await tableAsSeen(context, input)
  return tableFile(watermarked(table, context), `整改台账-${input.view.asOf ?? context.asOf}.xlsx`)
}

async function tableAsSeen(
  context: WithJobs,
  { view, columns }: { readonly view: LedgerView; readonly columns: readonly LedgerColumn[] },
): Promise<Table> {
  const edition = await editionFor(context, view)
  const { stood } = edition
  if (stood.progress !== null) accepted(refuse('not-ready', { progress: String(stood.progress) }))
  return change(context, async ({ tx: current, actor, allow, scope, record }) => {
    allow('ledger:export')
    const tx = readAt(current, actor.jurisdictionId, edition)
    await giveRoomToSort(tx)
    const matched = matching(tx, await scope(), view).select([
      ...ENTRY_COLUMNS.map((column) => `ledgerEntry.${column}` as const),
      ...STANDING_ROW,
    ])
    const rows = await orderOf(view)
      .reduce((query, term) => query.orderBy(term), matched)
      .execute()
    const title = await titleOf(tx, await scope(), view.plan, stood.knownAt)
    const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', actor.jurisdictionId).executeTakeFirstOrThrow()
    const { thresholds } = await loadLightSetting(tx, actor.jurisdictionId)
    await record({
      verb: 'ledger.export',
      subject: { kind: 'ledger', id: view.plan ?? 'all' },
      after: { view, columns, rows: rows.length },
    })
    const corrected = edition.id === CURRENT ? await quartersCorrected(tx, actor.jurisdictionId, null) : null
    const entries = rows.map((row) =>
      corrected === null ? entryOf(row) : { ...entryOf(row), corrected: corrected.get(row.commitmentId) ?? [] },
    )
    return ledgerTable(entries, [...new Set(columns)], {
      title,
      madeBy: name,
      today: context.asOf,
      asOf: stood.asOf,
      knownAt: stood.knownAt,
      groupBy: view.groupBy,
      legend: legendWords(thresholds),
    })
  })
}

/** The name of the ledger, with the revision of the plan that it cites where there is more than one. */
async function titleOf(tx: Tx, scope: Scope, planId: string | null, knownAt: Instant | null): Promise<string> {
  if (planId === null) return '整改台账'
  const plan = await tx
    .selectFrom('plan')
    .select('title')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('id', '=', planId)
    .where((eb) => isSeenPlan(tx, scope, eb.ref('id')))
    .executeTakeFirst()
  if (!plan) return '整改台账'
  const revision = await revisionKnown(tx, scope.jurisdictionId, planId, knownAt)
  return `${plan.title}台账${revision === 1 ? '' : `（依据方案第 ${revision} 版）`}`
}
