import type { Day } from '#core/day/day.ts'
import { type FindingText, findingTransitions, type InspectionFindingAct, type InspectionFindingState } from '#core/inspection/finding.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** Who acts. `inspects`: of the team or the office, and not of the unit; `isOfUnit`: speaks for it; `reported`: said with this account what the unit did. */
export interface FindingParty {
  readonly inspects: boolean
  readonly isOfUnit: boolean
  readonly reported: boolean
}

/** What they say. `dueOn`: by when the unit has to act. */
export interface FindingWords {
  readonly note: string
  readonly dueOn: Day
  readonly today: Day
}

export type InspectionFindingRefusal =
  | 'inspection-finding-state'
  | 'not-the-inspector'
  | 'not-the-unit'
  | 'doer-cannot-verify'
  | 'reason-too-short'
  | 'due-past'
  | 'nothing-changed'

const SHORTEST = 10

/** 记录问题: in words that say what it is and what is demanded, with a day that has not passed. */
export function noteFinding(said: FindingText & { readonly today: Day }): Outcome<true, InspectionFindingRefusal> {
  if (said.words.length < SHORTEST || said.demand.length < SHORTEST) return tooShort()
  return said.dueOn < said.today ? refuse('due-past') : accept(true)
}

/** 修改: as long as its unit was not told of it, by who inspects; what it says then is something else, and is as a noted finding must be. */
export function rewordFinding(
  before: FindingText & { readonly state: InspectionFindingState },
  { inspects }: Pick<FindingParty, 'inspects'>,
  said: FindingText & { readonly today: Day },
): Outcome<true, InspectionFindingRefusal> {
  if (before.state !== 'noted') return refuse('inspection-finding-state', { state: before.state, act: 'reword' })
  if (!inspects) return refuse('not-the-inspector')
  if (said.words === before.words && said.demand === before.demand && said.dueOn === before.dueOn) return refuse('nothing-changed')
  return noteFinding(said)
}

/** Whether an act may be done with a finding, and what then holds: the unit speaks for itself, and who said it is done does not verify it. */
export function actOnFinding(
  state: InspectionFindingState,
  act: InspectionFindingAct,
  party: FindingParty,
  words: FindingWords,
): Outcome<InspectionFindingState, InspectionFindingRefusal> {
  const next = findingTransitions[state][act]
  if (next === undefined) return refuse('inspection-finding-state', { state, act })
  const refusal = whyNot(act, party)
  if (refusal !== null) return refuse(refusal)
  if (act === 'raise') return words.dueOn < words.today ? refuse('due-past') : accept(next)
  return act !== 'verify' && words.note.length < SHORTEST ? tooShort() : accept(next)
}

function whyNot(act: InspectionFindingAct, { inspects, isOfUnit, reported }: FindingParty): InspectionFindingRefusal | null {
  if (act === 'contest' || act === 'report') return isOfUnit ? null : 'not-the-unit'
  if (!inspects) return 'not-the-inspector'
  const isJudging = act === 'verify' || act === 'fail' || act === 'return'
  return isJudging && reported ? 'doer-cannot-verify' : null
}

function tooShort() {
  return refuse('reason-too-short', { fewest: String(SHORTEST) })
}
