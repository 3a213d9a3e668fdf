import type { ChangeAsked } from '#core/change/change.ts'
import type { ClosureState } from '#core/closure/closure.ts'
import type { Day } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import type { Decimal } from '#core/quantity/decimal.ts'

/**
 * What is looked at before a change is asked for. `closure`: how the commitment's own stands; `due`: the one day it has (what recurs has none); `value`: the number
 * of its target, null where it has none.
 */
export interface ChangeFacts {
  readonly isConfirmed: boolean
  readonly isRunning: boolean
  readonly closure: ClosureState
  readonly due: Day | null
  readonly wording: string
  readonly value: Decimal | null
  readonly today: Day
}

export type ChangeRefusal =
  | 'not-confirmed'
  | 'closure-state'
  | 'change-running'
  | 'reason-too-short'
  | 'no-due-day'
  | 'extension-not-later'
  | 'extension-in-past'
  | 'no-number'
  | 'nothing-changed'

const SHORTEST_REASON = 10

/** 延期申请, 调整, 终止: one at a time, of what is open, with the reason; a later day goes beyond the one that holds, another target differs from it. */
export function askChange(facts: ChangeFacts, asked: ChangeAsked, reason: string): Outcome<ChangeAsked, ChangeRefusal> {
  if (!facts.isConfirmed) return refuse('not-confirmed')
  if (facts.closure !== 'open' && facts.closure !== 'returned') return refuse('closure-state', { state: facts.closure })
  if (facts.isRunning) return refuse('change-running')
  if (reason.trim().length < SHORTEST_REASON) return refuse('reason-too-short', { fewest: String(SHORTEST_REASON) })
  switch (asked.kind) {
    case 'extension':
      if (facts.due === null) return refuse('no-due-day')
      if (asked.due <= facts.due) return refuse('extension-not-later', { due: facts.due })
      return asked.due < facts.today ? refuse('extension-in-past') : accept(asked)
    case 'amendment':
      if (asked.value !== null && facts.value === null) return refuse('no-number')
      return asked.wording === facts.wording && (asked.value === null || asked.value === facts.value)
        ? refuse('nothing-changed')
        : accept(asked)
    case 'termination':
      return accept(asked)
  }
}
