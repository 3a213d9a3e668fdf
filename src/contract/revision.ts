import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentState } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { PlanId } from '#core/plan/plan.ts'
import { ShownComparison, ShownPair } from '#core/revision/shown.ts'

/** `open` waits for a person; `superseded`: another revision was applied meanwhile. */
const RevisionState = z.enum(['open', 'applied', 'withdrawn', 'superseded'])

/** A document that is, was or may be a revision of a plan. `base`: the revision it was compared with; `revision`: as which it stands. */
const RevisionSummary = z.object({
  id: z.uuid(),
  fileName: z.string(),
  title: z.string(),
  state: RevisionState,
  base: z.number().int(),
  revision: z.number().int().nullable(),
  comparedAt: Instant,
  comparedBy: z.string(),
  settledAt: Instant.nullable(),
  settledBy: z.string().nullable(),
})

/** What a commitment of the plan is now. `records`: how many count for it; `isDecided`: a person reads it otherwise than the document; `isClosing`: it is being or was struck off. */
const Now = z
  .object({ version: z.number().int(), state: CommitmentState, records: z.number().int(), isClosing: z.boolean(), isDecided: z.boolean() })
  .readonly()

/** 新旧对照. `now`: null for what is new, and where the plan no longer has it. */
export const RevisionView = z
  .object({
    plan: z.object({ id: PlanId, title: z.string() }).readonly(),
    revision: RevisionSummary.readonly(),
    headings: ShownComparison.unwrap().shape.headings,
    pairs: z.array(ShownPair.unwrap().extend({ key: z.string(), isConfirmed: z.boolean(), now: Now.nullable() }).readonly()).readonly(),
  })
  .readonly()

const inPlan = { planId: PlanId }
const one = { ...inPlan, id: z.uuid() }

export const revision = {
  list: oc
    .route({ method: 'GET', path: '/plans/{planId}/revisions', summary: '方案版本', tags: ['revision'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject(inPlan))
    .output(z.object({ items: z.array(RevisionSummary) })),
  /** Holds the document of a plan that was just imported (`from`) against this plan. That plan goes: its document waits here. REFUSED: see `TakeOverRefusal`. */
  compare: oc
    .route({ method: 'POST', path: '/plans/{planId}/revisions', summary: '导入新版本并比对', tags: ['revision'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ ...inPlan, from: PlanId }))
    .output(z.object({ id: z.uuid() })),
  /** 再次比对: a version that was applied (in part), or that another came before, held against the plan as it stands. CONFLICT for others. */
  compareAgain: oc
    .route({ method: 'POST', path: '/plans/{planId}/revisions/{id}/again', summary: '再次比对', tags: ['revision'] })
    .errors({ NOT_FOUND, FORBIDDEN, CONFLICT })
    .input(z.strictObject(one))
    .output(z.object({ id: z.uuid() })),
  get: oc
    .route({ method: 'GET', path: '/plans/{planId}/revisions/{id}', summary: '新旧对照', tags: ['revision'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject(one))
    .output(RevisionView),
  /**
   * 应用: what is confirmed (keys of pairs) goes into the plan, its document becomes the next revision. `versions`: of the commitments that change, as they were seen;
   * CONFLICT where one has changed since, or another revision was applied. REFUSED: see `ApplyRefusal`.
   */
  apply: oc
    .route({ method: 'POST', path: '/plans/{planId}/revisions/{id}/apply', summary: '应用新版本', tags: ['revision'] })
    .errors({ NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED })
    .input(
      z.strictObject({
        ...one,
        confirmed: z.array(z.string().max(60)).max(20_000),
        versions: z.record(z.string(), z.number().int()).default({}),
        reason: z.string().trim().max(500).default(''),
      }),
    )
    .output(
      z.object({
        revision: z.number().int(),
        changed: z.number().int(),
        added: z.number().int(),
        discarded: z.number().int(),
        left: z.number().int(),
      }),
    ),
  /** 撤回: the document goes; the plan stays as it is. */
  withdraw: oc
    .route({ method: 'DELETE', path: '/plans/{planId}/revisions/{id}', summary: '撤回新版本', tags: ['revision'] })
    .errors({ NOT_FOUND, FORBIDDEN, CONFLICT })
    .input(z.strictObject(one)),
}
