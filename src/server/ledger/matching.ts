import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { LedgerColumn, LedgerFilter, LedgerView } from '#core/ledger/ledger.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import {
  CODE_COLUMNS,
  isNameColumn,
  isNumberColumn,
  isTextColumn,
  NAME_COLUMNS,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
} from '#server/ledger/columns.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'
import { subjectsNamed } from '#server/ledger/subjects-named.ts'

type Condition = Expression<SqlBool>

const entry = expressionBuilder<DB, 'ledgerEntry'>()

/**
 * The entries that a view of the ledger leaves of what its reader sees, each with how it stands: the confirmed ones, unless a filter on `state`
 * says which; never those that were replaced. `except`: a column whose own filters are left out, for the list of its values.
 */
export function matching(tx: Tx, scope: Scope, view: Pick<LedgerView, 'plan' | 'filters'>, except: LedgerColumn | null = null) {
  const filters = view.filters.filter(({ column }) => column !== except)
  const namesState = except === 'state' || filters.some(({ column }) => column === 'state')
  return (
    tx
      .selectFrom('ledgerEntry')
      // where nothing of it is asked the database leaves this out
      .leftJoin('ledgerStanding', (join) =>
        join
          .onRef('ledgerStanding.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
          .onRef('ledgerStanding.commitmentId', '=', 'ledgerEntry.commitmentId')
          .on('ledgerStanding.edition', '=', CURRENT),
      )
      .where('ledgerEntry.jurisdictionId', '=', scope.jurisdictionId)
      .where((eb) => isSeenCommitment(tx, scope, eb.ref('ledgerEntry.commitmentId'), 'confirmed'))
      .$if(view.plan !== null, (query) => query.where((eb) => isOfPlan(tx, eb, scope.jurisdictionId, view.plan ?? '')))
      .$if(namesState, (query) => query.where('state', '!=', 'replaced'))
      .$if(!namesState || !scope.seesAll, (query) => query.where('state', '=', 'confirmed'))
      .where((eb) => eb.and(filters.map((filter) => conditionOf(tx, scope.jurisdictionId, filter))))
  )
}

/** It stands in the plan, or goes on in it (上年结转). */
function isOfPlan(tx: Tx, eb: ExpressionBuilder<DB, 'ledgerEntry'>, jurisdictionId: string, plan: string): Condition {
  const carried = tx
    .selectFrom('commitment')
    .select('commitment.id')
    .where('commitment.jurisdictionId', '=', jurisdictionId)
    .where('commitment.carried', 'is not', null)
    .where(sql<string>`carried ->> 'into'`, '=', plan)
  return eb.or([eb('ledgerEntry.planId', '=', plan), eb('ledgerEntry.commitmentId', 'in', carried)])
}

function conditionOf(tx: Tx, jurisdictionId: string, filter: LedgerFilter): Condition {
  switch (filter.kind) {
    case 'oneOf':
      return oneOf(filter.column, filter.values)
    case 'contains':
      return contains(filter.column, filter.text)
    case 'between':
      return between(sql.ref(CODE_COLUMNS[filter.column].code), sql`date`, filter.from, filter.to)
    case 'number': {
      const isShare = filter.column === 'done' || filter.column === 'pace'
      const part = (value: number | null) => (value === null ? null : isShare ? value / 100 : value)
      return between(NUMBER_COLUMNS[filter.column], sql`numeric`, part(filter.from), part(filter.to))
    }
    case 'unit':
      return entry.or([
        entry('leadOrgs', '&&', entry.val([filter.name])),
        entry('supportingOrgs', '&&', entry.val([filter.name])),
        sql<SqlBool>`ledger_entry.commitment_id in ${subjectsNamed(tx, jurisdictionId, filter.name)}`,
      ])
  }
}

/** Both ends belong to it; null: no end. Empty cells lie nowhere. */
function between(
  value: Expression<unknown>,
  type: Expression<unknown>,
  from: string | number | null,
  to: string | number | null,
): Condition {
  return entry.and([
    sql<SqlBool>`${value} is not null`,
    ...(from === null ? [] : [sql<SqlBool>`${value} >= ${from}::${type}`]),
    ...(to === null ? [] : [sql<SqlBool>`${value} <= ${to}::${type}`]),
  ])
}

function oneOf(column: LedgerColumn, values: readonly (string | null)[]): Condition {
  const named = values.filter((value) => value !== null)
  const isEmptyMeant = values.includes(null)
  if (isTextColumn(column)) return entry(TEXT_COLUMNS[column], '=', entry.fn.any(entry.val(isEmptyMeant ? [...named, ''] : named)))
  if (isNameColumn(column)) {
    const { names, text } = NAME_COLUMNS[column]
    const isOneOf = entry(names, '&&', entry.val(named))
    return isEmptyMeant ? entry.or([isOneOf, entry(text, 'is', null)]) : isOneOf
  }
  const value = codeOf(column)
  const isOneOf = sql<SqlBool>`${value}::text = any(${named})`
  return isEmptyMeant ? entry.or([isOneOf, sql<SqlBool>`${value} is null`]) : isOneOf
}

/** The word, day or number of a cell. */
export function codeOf(column: Exclude<LedgerColumn, keyof typeof TEXT_COLUMNS | keyof typeof NAME_COLUMNS>): Expression<unknown> {
  return isNumberColumn(column) ? NUMBER_COLUMNS[column] : sql.ref(CODE_COLUMNS[column].code)
}

function contains(column: LedgerColumn, text: string): Condition {
  return sql<SqlBool>`position(${text} in ${searched(column)}::text) > 0`
}

/** What a search for words looks in. */
function searched(column: LedgerColumn): Expression<unknown> {
  if (isTextColumn(column)) return sql.ref(TEXT_COLUMNS[column])
  if (isNameColumn(column)) return sql.ref(NAME_COLUMNS[column].text)
  return isNumberColumn(column) ? NUMBER_COLUMNS[column] : sql.ref(CODE_COLUMNS[column].text)
}
