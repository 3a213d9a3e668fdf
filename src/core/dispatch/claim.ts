import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'

/** Why a finding is not claimed or given back. */
export type ClaimRefusal =
  | 'claimed-already'
  | 'not-claimed'
  | 'not-yours'
  | 'leader-unknown'
  | 'leader-claims-themselves'
  | 'nothing-in-ledger'

/** 认领 of a finding. `leader` null: nobody has it; `isVacant`: who claimed it holds the post no longer, so that it may be claimed anew. */
export interface ClaimStanding {
  readonly leader: Party | null
  readonly isVacant: boolean
}

/** Who claims. `self`: whom the account stands for; `isOffice`: enters what a leader said on paper, only for leaders without an account of their own. */
export interface Claiming {
  readonly leader: Party
  readonly self: readonly PartyKey[]
  readonly isOffice: boolean
  readonly isThere: boolean
  readonly hasAccount: boolean
}

/** 认领: what nobody has, by a leader for themselves. */
export function claim({ leader, isVacant }: ClaimStanding, by: Claiming): Outcome<Party, ClaimRefusal> {
  if (leader !== null && !isVacant) return refuse('claimed-already')
  if (!by.isThere) return refuse('leader-unknown')
  if (by.self.includes(keyOf(by.leader))) return accept(by.leader)
  if (!by.isOffice) return refuse('not-yours')
  return by.hasAccount ? refuse('leader-claims-themselves') : accept(by.leader)
}

/** 退领: by who has it, or by the office, which answers for what nobody has. */
export function giveBack({ leader }: ClaimStanding, by: Pick<Claiming, 'self' | 'isOffice'>): Outcome<Party, ClaimRefusal> {
  if (leader === null) return refuse('not-claimed')
  return by.isOffice || by.self.includes(keyOf(leader)) ? accept(leader) : refuse('not-yours')
}
