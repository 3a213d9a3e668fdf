import { type RawBuilder, sql } from 'kysely'
import type { LedgerColumn, LedgerView } from '#core/ledger/ledger.ts'
import { gravest } from '#core/light/gravest.ts'
import {
  CODE_COLUMNS,
  isNameColumn,
  isNumberColumn,
  isTextColumn,
  NAME_COLUMNS,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
} from '#server/ledger/columns.ts'

type Direction = 'asc' | 'desc'
type Term = RawBuilder<unknown>

/**
 * The order of a view as terms of ORDER BY: its groups, its sorts, then the order of the plans. Empty cells stand last either way.
 * Aspects are grouped in the order of their plan, units and leaders by name, lights from the gravest.
 */
export function orderOf({ groupBy, sort }: Pick<LedgerView, 'groupBy' | 'sort'>): readonly Term[] {
  const group = groupBy === null ? [] : groupTerms(groupBy)
  const sorts = sort.flatMap(({ column, descending }) => sortTerms(column, descending ? 'desc' : 'asc'))
  return [...group, ...sorts, ...planOrder('asc')]
}

function groupTerms(groupBy: NonNullable<LedgerView['groupBy']>): readonly Term[] {
  if (groupBy === 'aspect') return [by('planId', 'asc'), by('aspectOrdinal', 'asc')]
  return groupBy === 'light' ? [GRAVITY] : [by(NAME_COLUMNS[groupBy].text, 'asc')]
}

function sortTerms(column: LedgerColumn, direction: Direction): readonly Term[] {
  if (column === 'ref') return planOrder(direction)
  if (isTextColumn(column)) return [byText(TEXT_COLUMNS[column], direction)]
  if (isNumberColumn(column)) return [direction === 'asc' ? NUMBER_COLUMNS[column] : sql`${NUMBER_COLUMNS[column]} desc nulls last`]
  if (column === 'light') return [direction === 'asc' ? GRAVITY : sql`${GRAVITY} desc nulls last`]
  return [by(isNameColumn(column) ? NAME_COLUMNS[column].text : CODE_COLUMNS[column].code, direction)]
}

/** Lights by what needs a person first. */
const GRAVITY: Term = sql`array_position(array[${sql.join(gravest.map((light) => sql.lit(light)))}]::text[], light::text)`

// one term, so that the database compares the beginnings of the texts first
function byText(column: string, direction: Direction): Term {
  const cell = sql`nullif(${sql.ref(column)}, '')`
  return direction === 'asc' ? cell : sql`${cell} desc nulls last`
}

function planOrder(direction: Direction): readonly Term[] {
  return [by('planId', direction), by('ordinal', direction)]
}

function by(column: string, direction: Direction): Term {
  return direction === 'asc' ? sql`${sql.ref(column)}` : sql`${sql.ref(column)} desc nulls last`
}
