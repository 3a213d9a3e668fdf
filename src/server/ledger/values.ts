import { sql } from 'kysely'
import type { LedgerColumn, LedgerView } from '#core/ledger/ledger.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { isNameColumn, isNumberColumn, isTextColumn, NAME_COLUMNS, TEXT_COLUMNS } from '#server/ledger/columns.ts'
import { editionFor, readAt, type WithJobs } from '#server/ledger/edition.ts'
import { codeOf, matching } from '#server/ledger/matching.ts'
import { giveRoomToSort } from '#server/ledger/room.ts'
import { view } from '#server/verb/change.ts'

/** A value of a column, null for empty cells, and how many rows have it. */
interface LedgerValue {
  readonly value: string | null
  readonly count: number
}

/** More than a person looks through; searching narrows it. */
const MOST = 1000

/** 台账筛选值: the values of a column among the rows that the other filters leave; each name by itself; empty cells last. */
export async function ledgerValues(
  context: WithJobs,
  input: { readonly view: LedgerView; readonly column: LedgerColumn; readonly search: string },
): Promise<readonly LedgerValue[]> {
  const edition = await editionFor(context, input.view)
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('ledger:read')
    await giveRoomToSort(tx)
    const { search } = input
    const values = tx
      .selectFrom(cells(readAt(tx, actor.jurisdictionId, edition), await scope(), input.view, input.column).as('cell'))
      .select(({ fn }) => ['cell.value', fn.countAll<string>().as('count')])
      .$if(search !== '', (query) => query.where(sql<number>`position(${search} in cell.value)`, '>', 0))
      .groupBy('cell.value')
      .orderBy(sql`cell.value is null`)
      .orderBy(({ fn }) => fn.min('cell.place'))
      .orderBy('cell.value')
      .limit(MOST)
    const rows = await values.execute()
    return rows.map(({ value, count }) => ({ value, count: Number(count) }))
  })
}

/** One row for each cell, or for each name in it. `place` puts columns of the plan's own text in its order; the others go by value. */
function cells(tx: Tx, scope: Scope, seen: LedgerView, column: LedgerColumn) {
  const matched = matching(tx, scope, seen, column)
  if (isTextColumn(column)) {
    const stored = TEXT_COLUMNS[column]
    const place = column === 'plan' || column === 'indicator' || column === 'remark' ? sql<string>`''` : sql<string>`ordinal`
    return matched.select([sql<string | null>`nullif(${sql.ref(stored)}, '')`.as('value'), place.as('place')])
  }
  if (isNameColumn(column)) {
    const names = NAME_COLUMNS[column].names
    return matched.select([
      sql<string | null>`unnest(case when ${sql.ref(names)} = '{}' then array[null] else ${sql.ref(names)} end)`.as('value'),
      sql<string>`''`.as('place'),
    ])
  }
  const place = isNumberColumn(column) ? sql<string>`to_char(${codeOf(column)}, '000000000.000000')` : sql<string>`''`
  return matched.select([sql<string | null>`${codeOf(column)}::text`.as('value'), place.as('place')])
}
