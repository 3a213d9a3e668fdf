import type { Instant } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import type { Difference, Reconciliation, Side } from '#core/reconciliation/reconciliation.ts'

/** Why a reconciliation cannot go on: it is signed, the difference is not in it (any more), a note is missing, differences are open, nothing was compared. */
export type ReconciliationRefusal = 'already-signed' | 'no-such-difference' | 'note-needed' | 'still-open' | 'not-compared'

interface Act {
  readonly by: string
  readonly at: Instant
}

/** Settles some differences alike. Where the master ledger does not hold, the note says what is done about it. */
export function settle(
  before: Reconciliation,
  { keys, side, note, by, at }: Act & { readonly keys: readonly string[]; readonly side: Side; readonly note: string },
): Outcome<Reconciliation, ReconciliationRefusal> {
  if (before.signed !== null) return refuse('already-signed')
  if (side !== 'ours' && note.trim() === '') return refuse('note-needed')
  const known = new Set(before.differences.map(({ key }) => key))
  if (keys.some((key) => !known.has(key))) return refuse('no-such-difference')
  const chosen = new Set(keys)
  const settled = { side, note: note.trim(), by, at }
  const differences = before.differences.map((each) => (chosen.has(each.key) ? { ...each, settled } : each))
  return accept({ ...before, version: before.version + 1, differences })
}

/** 签字: all differences are settled, both sides agree. */
export function sign(before: Reconciliation, { by, at }: Act): Outcome<Reconciliation, ReconciliationRefusal> {
  if (before.signed !== null) return refuse('already-signed')
  if (before.asOf === null) return refuse('not-compared')
  const open = before.differences.filter(({ settled }) => settled === null).length
  if (open > 0) return refuse('still-open', { count: String(open) })
  return accept({ ...before, version: before.version + 1, signed: { by, at } })
}

/** What was settled stays settled after a new comparison where both sides still say the same. */
export function keepSettled(before: readonly Difference[], after: readonly Difference[]): readonly Difference[] {
  const settled = new Map(before.map((each) => [nameOf(each), each.settled]))
  return after.map((each) => ({ ...each, settled: settled.get(nameOf(each)) ?? null }))
}

function nameOf({ key, commitment, ours, theirs }: Difference): string {
  return JSON.stringify([key, commitment, ours, theirs])
}
