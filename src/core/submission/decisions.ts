import type { Day } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import type { Submission, SubmissionState } from '#core/submission/submission.ts'

/** Why a sub-ledger cannot be confirmed: the quarter runs, differences are open, it was confirmed as it stands, other figures were looked at, nothing is in it. */
export type SubmissionRefusal = 'quarter-runs' | 'differences-open' | 'confirmed-already' | 'figures-moved' | 'nothing-in-ledger'

/** A sub-ledger of a quarter as it stands: its last day, the digest of its rows, how many differences of the unit's own ledger are open. */
export interface SubLedgerStanding {
  readonly last: Day
  readonly rows: number
  readonly digest: string
  readonly openDifferences: number
}

/** How the confirmation of a quarter stands. `confirmed`: the last one, null where there is none. */
export function submissionState(standing: SubLedgerStanding, confirmed: Pick<Submission, 'digest'> | null, today: Day): SubmissionState {
  if (today <= standing.last) return 'running'
  if (standing.openDifferences > 0) return 'differing'
  if (confirmed === null) return 'waiting'
  return confirmed.digest === standing.digest ? 'confirmed' : 'changed'
}

/** 确认: the unit confirms what it looked at (`seen`: the digest of that). */
export function confirmSubLedger(
  standing: SubLedgerStanding,
  { confirmed, seen, today }: { readonly confirmed: Pick<Submission, 'digest'> | null; readonly seen: string; readonly today: Day },
): Outcome<null, SubmissionRefusal> {
  if (standing.rows === 0) return refuse('nothing-in-ledger')
  switch (submissionState(standing, confirmed, today)) {
    case 'running':
      return refuse('quarter-runs', { last: standing.last })
    case 'differing':
      return refuse('differences-open', { count: String(standing.openDifferences) })
    case 'confirmed':
      return refuse('confirmed-already')
    case 'waiting':
    case 'changed':
      return seen === standing.digest ? accept(null) : refuse('figures-moved')
  }
}
