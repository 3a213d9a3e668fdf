import type { Day } from '#core/day/day.ts'
import type { FindingStanding } from '#core/finding/finding.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

export type FindingRefusal =
  | 'finding-state'
  | 'not-lead-leader'
  | 'effect-too-short'
  | 'reason-too-short'
  | 'same-person'
  | 'measures-unconfirmed'
  | 'no-minutes'
  | 'meeting-before-statement'
  | 'meeting-in-future'

const SHORTEST_EFFECT = 20
const SHORTEST_REASON = 10

/** 整改成效: stated by the leader who leads it, in their own words, once every measure is closed; after the meeting sent it back, anew. */
export function stateEffect(
  { state }: Pick<FindingStanding, 'state'>,
  { words, isLeading }: { readonly words: string; readonly isLeading: boolean },
): Outcome<true, FindingRefusal> {
  if (state !== 'ready' && state !== 'returned' && state !== 'stated') return refuse('finding-state', { state })
  if (!isLeading) return refuse('not-lead-leader')
  return words.length < SHORTEST_EFFECT ? refuse('effect-too-short', { fewest: String(SHORTEST_EFFECT) }) : accept(true)
}

/** What the leading group's meeting decided. `files`: how many prove the record of the meeting; `unconfirmed`: measures that nobody has confirmed yet. */
export interface MeetingFacts {
  readonly kind: 'close' | 'return'
  readonly words: string
  readonly account: string
  readonly heldOn: Day
  readonly today: Day
  /** The day on which the effect was stated. */
  readonly statedOn: Day
  readonly files: number
  readonly unconfirmed: number
}

/** 会议决定: about an effect that was stated, by a meeting held since, with its minutes; who stated it does not enter it. */
export function decideFinding(
  { state, effect }: Pick<FindingStanding, 'state' | 'effect'>,
  facts: MeetingFacts,
): Outcome<true, FindingRefusal> {
  const { kind, words, account, heldOn, today, statedOn, files, unconfirmed } = facts
  if (state !== 'stated' || effect === null) return refuse('finding-state', { state })
  if (effect.account === account) return refuse('same-person')
  if (kind === 'close' && unconfirmed > 0) return refuse('measures-unconfirmed', { count: String(unconfirmed) })
  if (words.length < SHORTEST_REASON) return refuse('reason-too-short', { fewest: String(SHORTEST_REASON) })
  if (files === 0) return refuse('no-minutes')
  if (heldOn > today) return refuse('meeting-in-future')
  return heldOn < statedOn ? refuse('meeting-before-statement', { statedOn }) : accept(true)
}
