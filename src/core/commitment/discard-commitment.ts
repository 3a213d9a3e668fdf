import type { Act, StandingRefusal } from '#core/commitment/act.ts'
import { stands } from '#core/commitment/act.ts'
import type { Commitment, DiscardReason } from '#core/commitment/commitment.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** 不列为任务: the sentence stays, but nothing is owed for it. */
export function discardCommitment(commitment: Commitment, reason: DiscardReason, act: Act): Outcome<Commitment, StandingRefusal> {
  if (!stands(commitment)) return refuse(commitment.state === 'replaced' ? 'replaced' : 'discarded')
  return accept({ ...commitment, state: 'discarded', decision: { kind: 'discarded', ...act, reason }, version: commitment.version + 1 })
}
