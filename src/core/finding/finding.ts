import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'
import { RecordId } from '#core/record/record.ts'

/**
 * 问题的销号: measures are still open; all are closed and the effect is to be stated (`ready`); stated, and the leading group's meeting decides; sent back by it;
 * closed. 整改到位 is decided, never worked out: done is not cured.
 */
export const FindingState = z.enum(['open', 'ready', 'stated', 'returned', 'closed'])
export type FindingState = z.infer<typeof FindingState>

/**
 * What was done about a finding. `state`: its lead leader put the effect (整改成效) into words; `close`, `return`: the meeting decided, with the record of that
 * meeting, whose evidence are the minutes. `pinned`: which closures of its measures it rests on.
 */
export const FindingStep = z
  .object({
    kind: z.enum(['state', 'close', 'return']),
    account: z.uuid(),
    by: z.string(),
    at: Instant,
    words: z.string(),
    meeting: RecordId.nullable(),
    heldOn: Day.nullable(),
    pinned: z.string(),
  })
  .readonly()
export type FindingStep = z.infer<typeof FindingStep>

/** How one commitment under a finding stands. `isEnded`: closed, or ended without being done (`isTerminated`); a standing one: each period that is over. */
export interface FindingMeasure {
  readonly commitment: string
  readonly isEnded: boolean
  readonly isTerminated: boolean
  /** How often its closures were opened again. */
  readonly reopened: number
}

/** Where a finding stands. `effect`: the statement that holds; `takenBack`: how many decisions no longer hold, because a measure was opened again or added. */
export interface FindingStanding {
  readonly state: FindingState
  readonly measures: number
  readonly ended: number
  readonly terminated: number
  readonly effect: FindingStep | null
  readonly decision: FindingStep | null
  readonly takenBack: number
}

/** Which closures everything rests on: a measure opened again, or another one, makes another text. */
export function restsOn(measures: readonly FindingMeasure[]): string {
  return measures
    .map(({ commitment, reopened }) => `${commitment}:${reopened}`)
    .toSorted()
    .join(' ')
}

/** Where a finding stands after its steps. Steps count for as long as what they rest on stands. */
export function findingStanding(steps: readonly FindingStep[], measures: readonly FindingMeasure[]): FindingStanding {
  const pinned = restsOn(measures)
  const ended = measures.filter(({ isEnded }) => isEnded).length
  const isReady = measures.length > 0 && ended === measures.length
  const holding = steps.filter((step) => step.pinned === pinned)
  const last = holding.at(-1) ?? null
  const effect = holding.findLast(({ kind }) => kind === 'state') ?? null
  const isClosed = last?.kind === 'close'
  const state = isClosed ? 'closed' : !isReady ? 'open' : last === null ? 'ready' : last.kind === 'return' ? 'returned' : 'stated'
  return {
    state,
    measures: measures.length,
    ended,
    terminated: measures.filter(({ isTerminated }) => isTerminated).length,
    effect: state === 'open' ? null : effect,
    decision: last?.kind === 'close' || last?.kind === 'return' ? last : null,
    takenBack: steps.filter((step) => step.kind === 'close' && step.pinned !== pinned).length,
  }
}

/** 方面: closed when all its findings are. */
export function isAspectClosed(findings: readonly Pick<FindingStanding, 'state'>[]): boolean {
  return findings.length > 0 && findings.every(({ state }) => state === 'closed')
}
