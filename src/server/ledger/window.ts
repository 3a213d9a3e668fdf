import * as z from 'zod'
import type { Reading } from '#core/draft/reading.ts'
import { type FoldedRows, foldRows } from '#core/ledger/fold.ts'
import type { LedgerEntry, LedgerView } from '#core/ledger/ledger.ts'
import type { Tx } from '#server/db/connect.ts'
import { editionFor, readAt, type Stood, type WithJobs } from '#server/ledger/edition.ts'
import { ENTRY_COLUMNS, entryOf } from '#server/ledger/entry.ts'
import { giveRoomToSort } from '#server/ledger/room.ts'
import { matching } from '#server/ledger/matching.ts'
import { CURRENT, STANDING_ROW } from '#server/ledger/standing-rows.ts'
import { orderOf } from '#server/ledger/order.ts'
import { quartersCorrected } from '#server/period-lock/corrected.ts'
import { view } from '#server/verb/change.ts'

/** Rows of the ledger as seen, and how many there are in all. */
interface LedgerWindow extends FoldedRows {
  readonly stood: Stood
  readonly total: number
  readonly offset: number
}

/** 台账, one window of it. */
export async function ledgerWindow(
  context: WithJobs,
  input: { readonly view: LedgerView; readonly offset: number; readonly limit: number },
): Promise<LedgerWindow> {
  const edition = await editionFor(context, input.view)
  return view(context, async ({ tx: current, actor, allow, scope }) => {
    allow('ledger:read')
    // what is not worked out yet is not half shown
    if (edition.stood.progress !== null) return { stood: edition.stood, total: 0, offset: input.offset, ...foldRows([]) }
    const { jurisdictionId } = actor
    const tx = readAt(current, jurisdictionId, edition)
    await giveRoomToSort(tx)
    const matched = matching(tx, await scope(), input.view)
    const { total } = await matched.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    // the order is worked out on ids alone, so that sorting does not carry whole rows
    const found = await orderOf(input.view)
      .reduce((query, term) => query.orderBy(term), matched.select('ledgerEntry.commitmentId'))
      .offset(input.offset)
      .limit(input.limit)
      .execute()
    const ids = found.map(({ commitmentId }) => commitmentId)
    const entries = await loadEntries(tx, jurisdictionId, ids)
    const corrected = edition.id === CURRENT ? await quartersCorrected(tx, jurisdictionId, ids) : null
    const rows = ids.flatMap((id) => {
      const entry = entries.get(id)
      return entry === undefined ? [] : [corrected === null ? entry : { ...entry, corrected: corrected.get(id) ?? [] }]
    })
    return { stood: edition.stood, total: Number(total), offset: input.offset, ...foldRows(rows) }
  })
}

const readingColumn = z.custom<Reading>()

async function loadEntries(tx: Tx, jurisdictionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, LedgerEntry>> {
  const rows = await tx
    .selectFrom('ledgerEntry')
    .innerJoin('commitment', (join) =>
      join
        .onRef('commitment.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
        .onRef('commitment.id', '=', 'ledgerEntry.commitmentId')
        .on((eb) => eb('commitment.id', '=', eb.fn.any(eb.val(ids)))),
    )
    .leftJoin('ledgerStanding', (join) =>
      join
        .onRef('ledgerStanding.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
        .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId')
        .on('ledgerStanding.edition', '=', CURRENT)
        // of an edition just made the database does not know yet how large it is: it is told which few are wanted
        .on((eb) => eb('ledgerStanding.commitmentId', '=', eb.fn.any(eb.val(ids)))),
    )
    .select(STANDING_ROW.map((column) => `ledgerStanding.${column}` as const))
    .select(ENTRY_COLUMNS.map((column) => `ledgerEntry.${column}` as const))
    .select('commitment.reading')
    .where('ledgerEntry.jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('ledgerEntry.commitmentId', '=', eb.fn.any(eb.val(ids))))
    .execute()
  return new Map(rows.map(({ reading, ...row }) => [row.commitmentId, { ...entryOf(row), reading: readingColumn.parse(reading) }]))
}
