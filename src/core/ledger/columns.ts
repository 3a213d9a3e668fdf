import type { Commitment } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Nature } from '#core/draft/reading.ts'
import { dueText } from '#core/ledger/due-text.ts'
import { indicator } from '#core/ledger/indicator.ts'
import { namesOf } from '#core/ledger/names.ts'
import { remark } from '#core/ledger/remark.ts'

/** What the ledger filters and sorts a commitment by, worked out from its reading and decisions. */
export interface LedgerColumns {
  readonly indicator: string
  readonly nature: Nature | null
  readonly leaders: readonly string[]
  readonly leadOrgs: readonly string[]
  readonly owners: readonly string[]
  readonly supportingOrgs: readonly string[]
  readonly dueOn: Day | null
  readonly dueText: string
  readonly remark: string
}

/** The columns of one commitment. */
export function ledgerColumnsOf(commitment: Pick<Commitment, 'reading' | 'text' | 'basis' | 'decision' | 'source'>): LedgerColumns {
  const { reading } = commitment
  return {
    indicator: indicator(commitment),
    nature: reading.nature?.value ?? null,
    leaders: namesOf(reading.leaders),
    leadOrgs: namesOf(reading.leadOrgs),
    owners: namesOf(reading.owners),
    supportingOrgs: namesOf(reading.supportingOrgs),
    dueOn: reading.deadline?.value ?? null,
    dueText: dueText(reading),
    remark: remark(commitment),
  }
}
