import { createContext, use } from 'react'
import type { LedgerColumn } from '#core/ledger/ledger.ts'
import type { LedgerView } from '../model/view.ts'

/** What heads of columns show and do. */
export interface Heads {
  readonly view: LedgerView
  readonly sortBy: (column: LedgerColumn, adds: boolean) => void
  /** Opens the filter of a column below its head. */
  readonly openFilter: (column: LedgerColumn, below: DOMRect) => void
}

export const HeadsContext = createContext<Heads>({
  view: { plan: null, filters: [], sort: [], groupBy: null },
  sortBy: () => {},
  openFilter: () => {},
})

export function useHeads(): Heads {
  return use(HeadsContext)
}
