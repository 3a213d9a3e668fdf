import type * as z from 'zod'
import type {
  LedgerColumn,
  LedgerEntry,
  LedgerFilter as LedgerFilterSchema,
  LedgerSort,
  LedgerView as LedgerViewSchema,
} from '#core/ledger/ledger.ts'

/** What is seen, as it is asked for. */
export type LedgerView = z.input<typeof LedgerViewSchema>
export type LedgerFilter = z.input<typeof LedgerFilterSchema>
export type GroupBy = LedgerView['groupBy']

/** A row of the grid: an entry with its number in the view, or the head of a group. */
export type GridRow =
  | { readonly kind: 'entry'; readonly number: number; readonly entry: LedgerEntry }
  | { readonly kind: 'group'; readonly key: string; readonly label: string; readonly count: number }

/** The ledger shows what is confirmed; with this condition also what is not yet. */
export const withDrafts: LedgerFilter = { kind: 'oneOf', column: 'state', values: ['confirmed', 'draft'] }

/** Sorting after a click on a head: ascending, descending, not at all. With `adds` it joins the others. */
export function sortedBy(sort: readonly LedgerSort[], column: LedgerColumn, adds: boolean): LedgerSort[] {
  const current = sort.find((each) => each.column === column)
  const next = current === undefined ? [{ column, descending: false }] : current.descending ? [] : [{ column, descending: true }]
  const others = adds ? sort.filter((each) => each.column !== column) : []
  return [...others, ...next]
}

/** The filters with those of one column replaced. */
export function refiltered(filters: readonly LedgerFilter[], column: LedgerColumn, own: readonly LedgerFilter[]): LedgerFilter[] {
  return [...filters.filter((filter) => filter.column !== column), ...own]
}

/** Rows with the head of each group before it; groups come together as the server orders them. */
export function withGroups(entries: readonly LedgerEntry[], groupBy: GroupBy): readonly GridRow[] {
  const rows = entries.map((entry, index): GridRow => ({ kind: 'entry', number: index + 1, entry }))
  if (groupBy === null) return rows
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(keyOf(entry, groupBy), (counts.get(keyOf(entry, groupBy)) ?? 0) + 1)
  return rows.flatMap((row, index): readonly GridRow[] => {
    if (row.kind === 'group') return [row]
    const key = keyOf(row.entry, groupBy)
    const before = entries[index - 1]
    if (before !== undefined && keyOf(before, groupBy) === key) return [row]
    return [{ kind: 'group', key, label: labelOf(row.entry, groupBy), count: counts.get(key) ?? 0 }, row]
  })
}

/** An aspect is the same only within its plan. */
function keyOf(entry: LedgerEntry, groupBy: NonNullable<GroupBy>): string {
  return groupBy === 'aspect' ? `${entry.planId} ${entry.aspect}` : labelOf(entry, groupBy)
}

/** What a group is called; of lights their code. */
function labelOf(entry: LedgerEntry, groupBy: NonNullable<GroupBy>): string {
  return groupBy === 'light' ? (entry.standing?.light ?? '') : entry[groupBy]
}
