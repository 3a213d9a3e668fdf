import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { OccurrencesView } from '#contract/occurrence.ts'
import { PlanQuestion } from '#contract/plan.ts'
import { CountingView, Names } from '#contract/record.ts'
import { ClauseId, CommitmentId, CommitmentState } from '#core/commitment/commitment.ts'
import { Reading } from '#core/draft/reading.ts'
import { PlanFrame, PlanId } from '#core/plan/plan.ts'
import { Definition, OpenCode } from '#core/terms/definition.ts'
import { SuggestedPart } from '#core/terms/suggestion.ts'

/**
 * A confirmed commitment on the way to being counted. `counting`: as it stands (version 0: nobody has defined it). `suggestion`: how it may be counted, with
 * what would still be open; null where no organisation stands yet.
 */
const PlanCounting = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    state: CommitmentState,
    clause: ClauseId,
    aspect: z.string().nullable(),
    measure: z.string().nullable(),
    sentence: z.string(),
    text: z.string(),
    reading: Reading,
    within: CommitmentId.nullable(),
    counting: CountingView,
    suggestion: z
      .object({ definition: Definition, parts: z.array(SuggestedPart).readonly(), open: z.array(OpenCode).readonly() })
      .readonly()
      .nullable(),
  })
  .readonly()

/** How the confirmed commitments of a plan are counted. `questions`: those of the plan that nobody has answered yet. */
export const PlanCountings = z
  .object({
    plan: z.object({ id: PlanId, title: z.string() }).readonly(),
    frame: PlanFrame,
    items: z.array(PlanCounting).readonly(),
    questions: z.array(PlanQuestion).readonly(),
  })
  .readonly()

/** What a definition would come to: at most 60 occurrences, those that run first; `total` of them all; `counted`: records that count in any of them. */
export const CountingPreview = z
  .object({
    ...OccurrencesView.unwrap().shape,
    open: z.array(OpenCode).readonly(),
    isComputable: z.boolean(),
    total: z.number().int(),
    counted: z.number().int(),
    names: Names,
  })
  .readonly()

const defining = { id: CommitmentId, version: z.number().int(), definition: Definition }

export const planCounting = {
  suggest: oc
    .route({ method: 'GET', path: '/plans/{planId}/counting', summary: '方案各任务的计数口径与建议', tags: ['counting'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ planId: PlanId }))
    .output(PlanCountings),
  /** All or none, in one go. */
  defineAll: oc
    .route({ method: 'POST', path: '/plans/{planId}/counting', summary: '一并确定计数口径', tags: ['counting'] })
    .errors({ NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED })
    .input(z.strictObject({ planId: PlanId, items: z.array(z.strictObject(defining)).min(1).max(500) }))
    .output(z.object({ items: z.array(CountingView).readonly() })),
  /** On the records of today; nothing is saved. */
  preview: oc
    .route({ method: 'POST', path: '/commitments/{id}/counting/preview', summary: '试算计数口径', tags: ['counting'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id: CommitmentId, definition: Definition }))
    .output(CountingPreview),
}
