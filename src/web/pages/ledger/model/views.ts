import type { SavedView as SavedViewSchema } from '#core/ledger/saved-view.ts'
import type * as z from 'zod'
import type { Layout } from './layout.ts'
import type { LedgerFilter, LedgerView } from './view.ts'

export type SavedView = z.input<typeof SavedViewSchema>

/** 分台账 by one value: of a unit (lead, supporting or subject), a leader or an aspect. */
export type PartBy = 'unit' | 'leader' | 'aspect'

/** The column whose values are offered. */
export const PART_COLUMNS = { unit: 'leadOrgs', leader: 'leaders', aspect: 'aspect' } as const

/** The filter that leaves one part of the ledger. */
export function partFilter(by: PartBy, name: string): LedgerFilter {
  if (by === 'unit') return { kind: 'unit', column: 'leadOrgs', name }
  return { kind: 'oneOf', column: PART_COLUMNS[by], values: [name] }
}

/** The part a view shows, and nothing else; null: the master ledger, `other`: filters of one's own. */
export function partOf(filters: readonly LedgerFilter[]): { readonly by: PartBy; readonly name: string } | 'other' | null {
  const [only, ...more] = filters
  if (only === undefined) return null
  if (more.length > 0) return 'other'
  if (only.kind === 'unit') return { by: 'unit', name: only.name }
  const name = only.kind === 'oneOf' && only.values.length === 1 ? only.values[0] : null
  if (typeof name !== 'string') return 'other'
  if (only.column === 'leaders') return { by: 'leader', name }
  return only.column === 'aspect' ? { by: 'aspect', name } : 'other'
}

/** What is seen, to be kept under a name. */
export function savedFrom(name: string, { plan, filters, sort, groupBy }: LedgerView, layout: Layout): SavedView {
  const columns = layout.columns.map(({ column, width, hidden }) => ({
    column,
    width: Math.round(Math.min(900, Math.max(40, width))),
    hidden,
  }))
  return { name, view: { plan, filters, sort, groupBy }, columns, compact: layout.compact }
}
