import type { CommitmentState } from '#core/commitment/commitment.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** Whether a plan may be removed: only while nothing of it stands in the ledger (`has-confirmed`). */
export function removePlan(states: readonly CommitmentState[]): Outcome<'removed', 'has-confirmed'> {
  const confirmed = states.filter((state) => state === 'confirmed').length
  return confirmed === 0 ? accept('removed') : refuse('has-confirmed', { count: String(confirmed) })
}
