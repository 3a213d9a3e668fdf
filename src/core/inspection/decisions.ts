import type { Day } from '#core/day/day.ts'
import { type InspectionAct, type InspectionState, inspectionTransitions } from '#core/inspection/inspection.ts'
import type { InspectionPlan } from '#core/inspection/plan.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

export type InspectionRefusal =
  | 'inspection-state'
  | 'not-for-you'
  | 'reason-too-short'
  | 'no-lead'
  | 'lead-twice'
  | 'no-visits'
  | 'no-items'
  | 'days-reversed'
  | 'visit-outside-days'
  | 'begins-in-past'
  | 'inspector-of-unit'
  | 'inspector-is-doer'
  | 'sample-differs'
  | 'over-limit'
  | 'too-early'
  | 'answers-missing'
  | 'talks-missing'
  | 'findings-noted'
  | 'findings-raised'

/** Who acts. `leads`: leads the inspection; `goesAlong`: is of its team, or leads it. */
export interface InspectionParty {
  readonly isOffice: boolean
  readonly leads: boolean
  readonly goesAlong: boolean
}

/** What a plan is held against. `ofUnits`, `doers`: names of inspectors who belong to a unit that is inspected, or who did what is looked at. */
export interface FilingFacts {
  readonly today: Day
  readonly ofUnits: readonly string[]
  readonly doers: readonly string[]
  /** What the draw has drawn and was not replaced; empty but for a sample. */
  readonly drawn: readonly string[]
  readonly beyond: { readonly year: boolean; readonly units: readonly string[] }
}

const SHORTEST = 10

/** Whether an act may be done with an inspection, by whom and from where: the office plans, the lead carries out, either reports. */
export function actOnInspection(
  state: InspectionState,
  act: InspectionAct,
  { isOffice, leads }: InspectionParty,
): Outcome<InspectionState, InspectionRefusal> {
  const next = inspectionTransitions[state][act]
  if (next === undefined) return refuse('inspection-state', { state, act })
  const isPlanning = act === 'file' || act === 'revise' || act === 'cancel'
  const isOwn = isPlanning ? isOffice : act === 'begin' ? leads : leads || isOffice
  return isOwn ? accept(next) : refuse('not-for-you')
}

/** 备案: the plan says everything that is asked of anybody, and nobody inspects their own house. */
export function filePlan(plan: InspectionPlan, facts: FilingFacts): Outcome<true, InspectionRefusal> {
  if (plan.lead === null) return refuse('no-lead')
  if (plan.members.includes(plan.lead)) return refuse('lead-twice')
  if (plan.visits.length === 0) return refuse('no-visits')
  if (plan.kind !== 'interview' && plan.items.length === 0) return refuse('no-items')
  if (plan.from > plan.to || plan.visits.some(({ from, to }) => from > to)) return refuse('days-reversed')
  if (plan.visits.some(({ from, to }) => from < plan.from || to > plan.to)) return refuse('visit-outside-days')
  if (plan.from < facts.today) return refuse('begins-in-past')
  if (facts.ofUnits.length > 0) return refuse('inspector-of-unit', { names: facts.ofUnits.join('、') })
  if (facts.doers.length > 0) return refuse('inspector-is-doer', { names: facts.doers.join('、') })
  if (!isSample(plan, facts.drawn)) return refuse('sample-differs', { count: String(facts.drawn.length) })
  const isBeyond = facts.beyond.year || facts.beyond.units.length > 0
  return isBeyond && plan.reasonOver.length < SHORTEST
    ? refuse('over-limit', { fewest: String(SHORTEST), units: facts.beyond.units.join('、') })
    : accept(true)
}

/** Whether what is visited is what was drawn, no more and no less; nothing but a sample has drawn items. */
function isSample({ kind, visits }: InspectionPlan, drawn: readonly string[]): boolean {
  const visited = visits.map((visit) => visit.drawn)
  if (kind !== 'sample') return visited.every((item) => item === null)
  return visited.length === drawn.length && new Set(visited).size === drawn.length && drawn.every((item) => visited.includes(item))
}

/** 开始: on its first day at the earliest. */
export function beginInspection({ from, today }: { readonly from: Day; readonly today: Day }): Outcome<true, InspectionRefusal> {
  return today < from ? refuse('too-early', { from }) : accept(true)
}

/** 结束现场: everything on the list was looked at everywhere; where people were to be asked, somebody was. */
export function endInspection(facts: { readonly unanswered: number; readonly silent: number }): Outcome<true, InspectionRefusal> {
  if (facts.unanswered > 0) return refuse('answers-missing', { count: String(facts.unanswered) })
  return facts.silent > 0 ? refuse('talks-missing', { count: String(facts.silent) }) : accept(true)
}

/** 出具报告: with a conclusion, once every finding was told to its unit or taken back. */
export function reportInspection(said: { readonly summary: string; readonly noted: number }): Outcome<true, InspectionRefusal> {
  if (said.noted > 0) return refuse('findings-noted', { count: String(said.noted) })
  return said.summary.length < SHORTEST ? tooShort() : accept(true)
}

/** 取消: with the reason; not where a unit was told of a finding already. */
export function cancelInspection(said: { readonly reason: string; readonly raised: number }): Outcome<true, InspectionRefusal> {
  if (said.raised > 0) return refuse('findings-raised', { count: String(said.raised) })
  return said.reason.length < SHORTEST ? tooShort() : accept(true)
}

/** Whether what is seen on the spot may be entered: by the team, while it is carried out. */
export function enterOnTheSpot(state: InspectionState, { goesAlong }: InspectionParty): Outcome<true, InspectionRefusal> {
  if (state !== 'running') return refuse('inspection-state', { state, act: 'answer' })
  return goesAlong ? accept(true) : refuse('not-for-you')
}

function tooShort() {
  return refuse('reason-too-short', { fewest: String(SHORTEST) })
}
