import type { Day } from '#core/day/day.ts'
import { type DifficultyAct, type DifficultyState, transitions } from '#core/difficulty/difficulty.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** Who acts. `isAddressed`: they hold the post that is asked; `isRaiser`: it is of an org they enter for, or they raised it; `raised`: with this account. */
export interface DifficultyParty {
  readonly isOffice: boolean
  readonly isAddressed: boolean
  readonly isRaiser: boolean
  readonly raised: boolean
}

/** What they say. `day`: of a meeting that was held, or by when an answer is wanted anew. */
export interface DifficultyWords {
  readonly note: string
  readonly day: Day | null
  readonly today: Day
}

export type DifficultyRefusal =
  | 'difficulty-state'
  | 'not-addressed'
  | 'not-the-raiser'
  | 'raiser-cannot-answer'
  | 'reason-too-short'
  | 'day-needed'
  | 'meeting-in-future'
  | 'answer-by-past'

const SHORTEST = 10

/** 提出: the words say what it is, and the answer is wanted by a day that has not passed. */
export function raiseDifficulty({ note, day, today }: DifficultyWords): Outcome<Day, DifficultyRefusal> {
  if (note.trim().length < SHORTEST) return tooShort()
  if (day === null) return refuse('day-needed')
  return day < today ? refuse('answer-by-past') : accept(day)
}

/** Whether an act may be done, and what then holds: the addressed post or the office answers, the unit says whether it helps. */
export function actOnDifficulty(
  state: DifficultyState,
  act: DifficultyAct,
  party: DifficultyParty,
  words: DifficultyWords,
): Outcome<DifficultyState, DifficultyRefusal> {
  const next = transitions[state][act]
  if (next === undefined) return refuse('difficulty-state', { state, act })
  const refusal = whyNot(act, party) ?? whyNotSaid(act, words)
  return refusal === null ? accept(next) : refusal === 'reason-too-short' ? tooShort() : refuse(refusal)
}

function whyNot(act: DifficultyAct, { isOffice, isAddressed, isRaiser, raised }: DifficultyParty): DifficultyRefusal | null {
  switch (act) {
    case 'answer':
      if (!isAddressed && !isOffice) return 'not-addressed'
      return raised ? 'raiser-cannot-answer' : null
    case 'escalate':
      return isAddressed || isOffice ? null : 'not-addressed'
    case 'decide':
      return isOffice ? null : 'not-addressed'
    case 'contest':
    case 'settle':
    case 'withdraw':
      return isRaiser ? null : 'not-the-raiser'
  }
}

function whyNotSaid(act: DifficultyAct, { note, day, today }: DifficultyWords): DifficultyRefusal | null {
  if (act === 'settle' || act === 'withdraw') return null
  if (note.trim().length < SHORTEST) return 'reason-too-short'
  if (act !== 'decide' && act !== 'contest') return null
  if (day === null) return 'day-needed'
  if (act === 'decide') return day > today ? 'meeting-in-future' : null
  return day < today ? 'answer-by-past' : null
}

function tooShort() {
  return refuse('reason-too-short', { fewest: String(SHORTEST) })
}
