import * as z from 'zod'
import type { ClosureState } from '#core/closure/closure.ts'
import { Day } from '#core/day/day.ts'
import { Nature } from '#core/draft/reading.ts'
import type { InspectionFindingState } from '#core/inspection/finding.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** What a finding leads to: it became a commitment of the ledger, or opened again one that was closed. */
export const ConsequenceKind = z.enum(['commitment', 'reopening'])
export type ConsequenceKind = z.infer<typeof ConsequenceKind>

/** How a finding stands by the closure of what it led to. What is ended without being done is no longer demanded. */
export const findingAfterClosure = {
  open: 'raised',
  requested: 'reported',
  returned: 'raised',
  closed: 'verified',
  terminated: 'withdrawn',
} as const satisfies Record<ClosureState, InspectionFindingState>

/** How a finding stands by all that stands in the place of what it led to: done when all of it is done; nothing of it is demanded where all was ended. */
export function findingAfterClosures(states: readonly ClosureState[]): InspectionFindingState {
  const all = states.map((state) => findingAfterClosure[state])
  if (all.length === 0 || all.includes('raised')) return 'raised'
  if (all.includes('reported')) return 'reported'
  return all.includes('verified') ? 'verified' : 'withdrawn'
}

/** What the office makes of a finding: what is to be done, by when, and whether at once (立行立改) or in stages. */
export const Demand = z
  .strictObject({
    words: z.string().trim().max(2000),
    dueOn: Day,
    nature: Nature.extract(['immediate', 'staged']),
  })
  .readonly()
export type Demand = z.infer<typeof Demand>

/** What is looked at before a finding leads to anything. `isMarked`: its inspection is marked, so that not everybody may know of it. */
export interface FindingFacts {
  readonly state: InspectionFindingState
  readonly isMarked: boolean
  readonly leadsTo: ConsequenceKind | null
}

export type ConsequenceRefusal =
  | 'finding-followed'
  | 'inspection-finding-state'
  | 'inspection-marked'
  | 'reason-too-short'
  | 'due-past'
  | 'not-closed'

const SHORTEST = 10

/** Whether anything may follow: the unit knows of it and owes it, nothing followed yet, and it may stand in the ledger that everybody concerned reads. */
export function mayFollow({ state, isMarked, leadsTo }: FindingFacts): Outcome<true, ConsequenceRefusal> {
  if (leadsTo !== null) return refuse('finding-followed')
  if (state !== 'raised' && state !== 'failed') return refuse('inspection-finding-state', { state, act: 'follow' })
  return isMarked ? refuse('inspection-marked') : accept(true)
}

/** 列入台账: the finding becomes a commitment. */
export function makeCommitment(facts: FindingFacts, demand: Demand, today: Day): Outcome<Demand, ConsequenceRefusal> {
  const may = mayFollow(facts)
  return may.ok ? acceptDemand(demand, today) : may
}

/** What is demanded is said in words, by a day that has not passed. */
export function acceptDemand(demand: Demand, today: Day): Outcome<Demand, 'reason-too-short' | 'due-past'> {
  if (demand.words.length < SHORTEST) return refuse('reason-too-short', { fewest: String(SHORTEST) })
  return demand.dueOn < today ? refuse('due-past') : accept(demand)
}

/** 重新挂账: the finding is why what was closed is opened again. */
export function reopenByFinding(facts: FindingFacts, closure: ClosureState, note: string): Outcome<true, ConsequenceRefusal> {
  const may = mayFollow(facts)
  if (!may.ok) return may
  if (closure !== 'closed' && closure !== 'terminated') return refuse('not-closed')
  return note.length < SHORTEST ? refuse('reason-too-short', { fewest: String(SHORTEST) }) : accept(true)
}
