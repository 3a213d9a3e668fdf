import type { client } from '#web/_lib/client.ts'
import type { Given } from './given-files.ts'

export type Match = Awaited<ReturnType<typeof client.evidence.match>>['items'][number]
export type FolderRecord = Match['records'][number]

/** What becomes of a file. */
type RowState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'here'; readonly evidence: string; readonly isKnown: boolean }
  | { readonly kind: 'refused'; readonly error: unknown }

/** One file of the folder, the records its number may mean, and the one that is meant; null: it is left out. */
export interface FolderRow {
  readonly key: number
  readonly given: Given
  readonly match: Match
  readonly chosen: FolderRecord['id'] | null
  readonly state: RowState
}

/** How a file stands before anything is sent. */
export type Standing = 'matched' | 'several' | 'unmatched' | 'left-out'

/** Rows of what was given and what the server said of the names. A number that means one record is taken for it, of several a person chooses. */
export function rowsOf(given: readonly Given[], matches: readonly Match[]): readonly FolderRow[] {
  return given.map((each, key) => {
    const match = matches[key] ?? { number: null, records: [] }
    const [first, ...others] = match.records
    return { key, given: each, match, chosen: first !== undefined && others.length === 0 ? first.id : null, state: { kind: 'waiting' } }
  })
}

export function standingOf({ match, chosen }: Pick<FolderRow, 'match' | 'chosen'>): Standing {
  if (match.records.length === 0) return 'unmatched'
  if (chosen !== null) return 'matched'
  return match.records.length > 1 ? 'several' : 'left-out'
}

/** The order in which a person goes through them: what needs a choice, what fits, what does not. */
export function byStanding(rows: readonly FolderRow[]): readonly FolderRow[] {
  const order: readonly Standing[] = ['several', 'matched', 'left-out', 'unmatched']
  // as they stood before any choice, so that no row jumps away under the hand
  const rank = (row: FolderRow): number =>
    order.indexOf(standingOf({ match: row.match, chosen: row.match.records.length === 1 ? (row.match.records[0]?.id ?? null) : null }))
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.given.path.localeCompare(b.given.path, 'zh-CN', { numeric: true }))
}

/** How much of all that is to be sent has been sent, 0 – 1, by size. */
export function shareSent(rows: readonly FolderRow[]): number {
  const wanted = rows.filter(({ chosen }) => chosen !== null)
  const all = wanted.reduce((sum, { given }) => sum + given.bytes, 0)
  const sent = wanted.reduce(
    (sum, { given, state }) => sum + given.bytes * (state.kind === 'sending' ? state.share : Number(state.kind !== 'waiting')),
    0,
  )
  return all === 0 ? 0 : sent / all
}
