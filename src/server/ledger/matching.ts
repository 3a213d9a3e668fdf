import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { LedgerColumn, LedgerFilter, LedgerView } from '#core/ledger/ledger.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import { CODE_COLUMNS, isNameColumn, isTextColumn, NAME_COLUMNS, TEXT_COLUMNS } from '#server/ledger/columns.ts'

type Columns = ExpressionBuilder<DB, 'ledgerEntry'>
type Condition = ExpressionWrapper<DB, 'ledgerEntry', SqlBool>

/**
 * The entries that a view of the ledger leaves: the confirmed ones, unless a filter on `state` says which; never those that were replaced.
 * `except`: a column whose own filters are left out, for the list of its values.
 */
export function matching(tx: Tx, jurisdictionId: string, view: Pick<LedgerView, 'plan' | 'filters'>, except: LedgerColumn | null = null) {
  const filters = view.filters.filter(({ column }) => column !== except)
  const namesState = except === 'state' || filters.some(({ column }) => column === 'state')
  return tx
    .selectFrom('ledgerEntry')
    .where('jurisdictionId', '=', jurisdictionId)
    .$if(view.plan !== null, (query) => query.where('planId', '=', view.plan ?? ''))
    .$if(namesState, (query) => query.where('state', '!=', 'replaced'))
    .$if(!namesState, (query) => query.where('state', '=', 'confirmed'))
    .where((eb) => eb.and(filters.map((filter) => conditionOf(eb, filter))))
}

function conditionOf(eb: Columns, filter: LedgerFilter): Condition {
  switch (filter.kind) {
    case 'oneOf':
      return oneOf(eb, filter.column, filter.values)
    case 'contains':
      return contains(eb, filter.column, filter.text)
    case 'between':
      return eb.and([
        ...(filter.from === null ? [] : [eb('dueOn', '>=', filter.from)]),
        ...(filter.to === null ? [] : [eb('dueOn', '<=', filter.to)]),
        eb('dueOn', 'is not', null),
      ])
  }
}

function oneOf(eb: Columns, column: LedgerColumn, values: readonly (string | null)[]): Condition {
  const named = values.filter((value) => value !== null)
  const isEmptyMeant = values.includes(null)
  if (isTextColumn(column)) return eb(TEXT_COLUMNS[column], '=', eb.fn.any(eb.val(isEmptyMeant ? [...named, ''] : named)))
  if (isNameColumn(column)) {
    const { names, text } = NAME_COLUMNS[column]
    const isOneOf = eb(names, '&&', eb.val(named))
    return isEmptyMeant ? eb.or([isOneOf, eb(text, 'is', null)]) : eb.and([isOneOf])
  }
  const { code } = CODE_COLUMNS[column]
  const isOneOf = eb(eb.cast<string>(code, 'text'), '=', eb.fn.any(eb.val(named)))
  return isEmptyMeant ? eb.or([isOneOf, eb(code, 'is', null)]) : eb.and([isOneOf])
}

function contains(eb: Columns, column: LedgerColumn, text: string): Condition {
  return eb(sql<number>`position(${text} in ${eb.ref(searchedColumn(column))})`, '>', 0)
}

/** The stored column that a search for words looks in. */
function searchedColumn(column: LedgerColumn) {
  if (isTextColumn(column)) return TEXT_COLUMNS[column]
  return isNameColumn(column) ? NAME_COLUMNS[column].text : CODE_COLUMNS[column].text
}
