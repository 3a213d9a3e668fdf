import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { unfoldRows } from '#core/ledger/fold.ts'
import type { LedgerEntry } from '#core/ledger/ledger.ts'
import { askAgain, type Stood } from '#web/_components/moment/moment-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import type { LedgerView } from './model/view.ts'

/** Up to this many rows are loaded at once; more come by windows. */
const MOST_AT_ONCE = 5000
/** Rows of one window. */
export const WINDOW = 500

/** Rows of the ledger from `offset` on, and how many there are in all. */
export interface LedgerWindow {
  readonly stood: Stood
  readonly total: number
  readonly offset: number
  readonly rows: readonly LedgerEntry[]
}

/** The rows of a view, all of them where they may be loaded at once, else the first window. */
export function useLedger(view: LedgerView): UseQueryResult<LedgerWindow> {
  return useQuery({
    queryKey: ['ledger', view],
    queryFn: async ({ signal }) => {
      const first = await ask({ view, offset: 0, limit: WINDOW }, signal)
      if (first.total <= first.rows.length || first.total > MOST_AT_ONCE) return first
      return ask({ view, offset: 0, limit: MOST_AT_ONCE }, signal)
    },
    refetchInterval: ({ state: { data } }) => askAgain(data?.stood),
    placeholderData: keepPreviousData,
  })
}

/** One more window of a view. */
export function fetchWindow(view: LedgerView, offset: number): Promise<LedgerWindow> {
  return queries.fetchQuery({
    queryKey: ['ledger', view, offset],
    queryFn: ({ signal }) => ask({ view, offset, limit: WINDOW }, signal),
  })
}

async function ask(input: Parameters<typeof client.ledger.window>[0], signal: AbortSignal): Promise<LedgerWindow> {
  const { places, rows, ...rest } = await client.ledger.window(input, { signal })
  return { ...rest, rows: unfoldRows({ places, rows }) }
}
