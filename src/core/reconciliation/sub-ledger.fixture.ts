import type { SubLedgerRow } from './sub-ledger.ts'

/** A row of a sub-ledger that says nothing but what is given. */
export function rowOf(given: Partial<SubLedgerRow>): SubLedgerRow {
  return { row: 2, ref: '', text: '', due: '', orgs: [], owners: [], actual: null, required: null, isDone: null, cells: {}, ...given }
}
