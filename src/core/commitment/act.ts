import type { BasisEntry, Commitment, Decision } from '#core/commitment/commitment.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import type { QuestionCode } from '#core/draft/question.ts'

/** Who decides, when, and what is said about it. Made by the shell: core knows neither clock nor session. */
export type Act = Pick<Decision, 'by' | 'at' | 'note'>

/** `replaced`: it was split or merged, its successors stand for it. `discarded`: to be restored first. */
export type StandingRefusal = 'replaced' | 'discarded'

/** Whether a commitment still stands: neither discarded nor replaced. */
export function stands(commitment: Commitment): boolean {
  return commitment.state === 'draft' || commitment.state === 'confirmed'
}

const SETTLES: Partial<Record<QuestionCode, keyof ReadingChanges>> = {
  'each-or-whole': 'scope',
  'pairs-or-total': 'scope',
  population: 'base',
  'base-period': 'base',
  'due-on': 'deadline',
  'year-of-date': 'deadline',
  'immediate-limit': 'deadline',
}

/** The 口径 that still holds once a person has changed the reading by hand: what is overruled no longer stands in it. */
export function basisAfter(basis: readonly BasisEntry[], changes: ReadingChanges): readonly BasisEntry[] {
  return basis.filter((entry) => {
    const settled = SETTLES[entry.code]
    return settled === undefined || changes[settled] === undefined
  })
}
