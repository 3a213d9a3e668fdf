import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { ClosureState } from '#core/closure/closure.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { ConsequenceKind, Demand } from '#core/finding-consequence/consequence.ts'
import { InspectionFindingState } from '#core/inspection/finding.ts'

/** What a finding led to, or what stands in its place now, and how that stands. `isOff`: it was taken out of the ledger; `isSeen`: whoever asks may open it, else sentence and stage are ''. */
const Consequence = z
  .object({
    kind: ConsequenceKind,
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    stage: z.string(),
    state: ClosureState,
    isOff: z.boolean(),
    isSeen: z.boolean(),
    by: z.string(),
    at: Instant,
  })
  .readonly()

/** Something closed that a finding may open again. `isAbout`: the inspection asked about this very commitment; `isOfUnit`: it is the unit's where the finding was made. */
const Closed = z
  .object({
    closure: z.uuid(),
    version: z.number().int(),
    commitment: CommitmentId,
    ref: z.string(),
    plan: z.string(),
    sentence: z.string(),
    units: z.string(),
    stage: z.string(),
    period: z.object({ from: Day, to: Day.nullable() }).nullable(),
    isAbout: z.boolean(),
    isOfUnit: z.boolean(),
  })
  .readonly()

/** A finding as a commitment names it. `isSeen`: whoever asks may open its inspection. */
const Origin = z
  .object({
    kind: ConsequenceKind,
    inspection: z.uuid(),
    title: z.string(),
    ordinal: z.number().int(),
    org: z.string(),
    words: z.string(),
    state: InspectionFindingState,
    stage: z.string(),
    by: z.string(),
    at: Instant,
    isSeen: z.boolean(),
  })
  .readonly()

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const seen = { id: z.uuid(), version: z.number().int() }
const made = z.object({ commitment: CommitmentId, ref: z.string() })

export const findingConsequence = {
  /** What became of a finding. `version`: of the finding; `follows`: whoever asks may let something follow. */
  ofFinding: oc
    .route({ method: 'GET', path: '/inspection-findings/{id}/consequence', summary: '督查问题的后续', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      z.object({
        id: z.uuid(),
        version: z.number().int(),
        org: z.string(),
        words: z.string(),
        demand: z.string(),
        dueOn: Day,
        consequences: z.array(Consequence).readonly(),
        follows: z.boolean(),
      }),
    ),
  /**
   * What a finding could open again, of everything closed that is seen: what its checklist asked about first, then its unit's, then what was closed last; the first 50.
   * `text`: words of it, each somewhere in its number, its sentence, its units or its plan; `total`: how many there are of them.
   */
  closed: oc
    .route({ method: 'GET', path: '/inspection-findings/{id}/closed', summary: '可以重新挂账的任务', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid(), text: z.string().trim().max(100).optional() }))
    .output(z.object({ items: z.array(Closed).readonly(), total: z.number().int() })),
  /** 列入台账. */
  makeCommitment: oc
    .route({ method: 'POST', path: '/inspection-findings/{id}/commitment', summary: '督查问题列入台账', tags: ['inspection'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, ...Demand.unwrap().shape }))
    .output(made),
  /** 重新挂账. `closureVersion`: of the closure that was seen. */
  reopen: oc
    .route({ method: 'POST', path: '/inspection-findings/{id}/reopening', summary: '督查问题重新挂账', tags: ['inspection'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, closure: z.uuid(), closureVersion: z.number().int(), note: z.string().trim().max(1000) }))
    .output(made),
  /** The findings that a commitment came from or was opened again by. `review`: the 举一反三 it came from; null: it did not, or it is not seen. */
  ofCommitment: oc
    .route({ method: 'GET', path: '/commitments/{commitment}/origins', summary: '任务的督查来源', tags: ['inspection'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ commitment: CommitmentId }))
    .output(z.object({ origins: z.array(Origin).readonly(), review: z.uuid().nullable() })),
}
