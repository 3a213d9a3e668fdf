import type { Commitment } from '#core/commitment/commitment.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** `nothing-to-confirm`: no draft is left there. */
export type ConfirmRefusal = 'nothing-to-confirm'

/** 确认: drafts enter the ledger, also those whose target still waits for a definition (待定义). Only what changes is in the value. */
export function confirmCommitments(commitments: readonly Commitment[]): Outcome<readonly Commitment[], ConfirmRefusal> {
  const drafts = commitments.filter(({ state }) => state === 'draft')
  if (drafts.length === 0) return refuse('nothing-to-confirm')
  return accept(drafts.map((draft): Commitment => ({ ...draft, state: 'confirmed', version: draft.version + 1 })))
}
