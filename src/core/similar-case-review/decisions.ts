import type { Day } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import {
  type SimilarCaseAct,
  type SimilarCaseAnswerState,
  type SimilarCaseState,
  similarCaseTransitions,
} from '#core/similar-case-review/review.ts'

export type SimilarCaseRefusal =
  | 'reason-too-short'
  | 'due-past'
  | 'no-units'
  | 'burden-reason-needed'
  | 'similar-case-state'
  | 'similar-case-over'
  | 'not-the-asker'
  | 'not-the-unit'
  | 'proof-needed'
  | 'answers-missing'

const SHORTEST = 10

/** What is asked: in words, of whom, by when. `warned`: how many of the units were asked for the same of late, or of how many it is known. */
export interface Asking {
  readonly words: string
  readonly dueOn: Day
  readonly units: number
  readonly warned: number
  readonly reasonOver: string
}

/** 发起: who is asked again for what is there says why. */
export function askReview({ words, dueOn, units, warned, reasonOver }: Asking, today: Day): Outcome<true, SimilarCaseRefusal> {
  if (words.length < SHORTEST) return tooShort()
  if (dueOn < today) return refuse('due-past')
  if (units === 0) return refuse('no-units')
  return warned > 0 && reasonOver.length < SHORTEST ? refuse('burden-reason-needed', { count: String(warned) }) : accept(true)
}

/** Who acts. `asks`: asked, or is of the office; `isOfUnit`: speaks for the unit. */
export interface SimilarCaseParty {
  readonly asks: boolean
  readonly isOfUnit: boolean
}

/** Whether an act may be done with the answer of a unit, and what then holds. An answer says something and is proved, whichever way it goes. */
export function actOnAnswer(
  { review, answer }: { readonly review: SimilarCaseState; readonly answer: SimilarCaseAnswerState },
  act: SimilarCaseAct,
  party: SimilarCaseParty,
  said: { readonly words: string; readonly proofs: number },
): Outcome<SimilarCaseAnswerState, SimilarCaseRefusal> {
  const next = similarCaseTransitions[answer][act]
  if (next === undefined) return refuse('similar-case-state', { state: answer, act })
  // what was found may enter the ledger also afterwards
  if (review === 'withdrawn' || (review === 'ended' && act !== 'follow')) return refuse('similar-case-over', { state: review })
  const isAnswer = act === 'found' || act === 'not-found'
  if (isAnswer ? !party.isOfUnit : !party.asks) return refuse(isAnswer ? 'not-the-unit' : 'not-the-asker')
  if (act !== 'follow' && said.words.length < SHORTEST) return tooShort()
  return isAnswer && said.proofs === 0 ? refuse('proof-needed') : accept(next)
}

/** 办结 with all answers, or with the reason why some are done without; 撤回 with the reason. */
export function endReview(
  review: SimilarCaseState,
  as: 'ended' | 'withdrawn',
  { asks, missing, note }: { readonly asks: boolean; readonly missing: number; readonly note: string },
): Outcome<SimilarCaseState, SimilarCaseRefusal> {
  if (review !== 'open') return refuse('similar-case-over', { state: review })
  if (!asks) return refuse('not-the-asker')
  if (note.length >= SHORTEST) return accept(as)
  if (as === 'withdrawn') return tooShort()
  return missing > 0 ? refuse('answers-missing', { count: String(missing) }) : accept(as)
}

function tooShort() {
  return refuse('reason-too-short', { fewest: String(SHORTEST) })
}
