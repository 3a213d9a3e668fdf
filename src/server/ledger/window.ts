import type { LedgerEntry, LedgerView } from '#core/ledger/ledger.ts'
import { ENTRY_COLUMNS, entryOf } from '#server/ledger/entry.ts'
import { matching } from '#server/ledger/matching.ts'
import { orderOf } from '#server/ledger/order.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Rows of the ledger as seen, and how many there are in all. */
interface LedgerWindow {
  readonly total: number
  readonly offset: number
  readonly rows: readonly LedgerEntry[]
}

/** 台账, one window of it. */
export async function ledgerWindow(
  context: Context,
  input: { readonly view: LedgerView; readonly offset: number; readonly limit: number },
): Promise<LedgerWindow> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('ledger:read')
    const { jurisdictionId } = actor
    const matched = matching(tx, jurisdictionId, input.view)
    const { total } = await matched.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    // the order is worked out on ids alone, so that sorting does not carry whole rows
    const order = orderOf(input.view)
    const ids = await order
      .reduce((query, term) => query.orderBy(term), matched.select('id'))
      .offset(input.offset)
      .limit(input.limit)
      .execute()
    const rows = await tx
      .selectFrom('commitment')
      .select(ENTRY_COLUMNS)
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids.map(({ id }) => id)))))
      .execute()
    const byId = new Map(rows.map((row) => [row.id, row]))
    return {
      total: Number(total),
      offset: input.offset,
      rows: ids.flatMap(({ id }) => {
        const row = byId.get(id)
        return row ? [entryOf(row)] : []
      }),
    }
  })
}
