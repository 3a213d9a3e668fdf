import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { FindingState, FindingStep } from '#core/finding/finding.ts'
import { PlanId } from '#core/plan/plan.ts'
import { RecordId } from '#core/record/record.ts'

/** Which finding: SM3 of the words under which its measures stand. */
const FindingKey = z.string().max(64)

/** 牵头领导: who claimed it, else whom the plan names, else the first responsible (负总责). `words` '': nobody is known. */
const Lead = z.object({ words: z.string(), source: z.enum(['claim', 'plan', 'general']), isMe: z.boolean() }).readonly()

const standing = {
  state: FindingState,
  /** Commitments under it, and how many of them are closed or ended without being done. */
  measures: z.number().int(),
  ended: z.number().int(),
  terminated: z.number().int(),
  /** Decisions that no longer hold, because a measure was opened again or added. */
  takenBack: z.number().int(),
}

/** 问题 in the list of a plan. `title` '': the plan states no finding above these measures. */
const FindingItem = z.object({ key: FindingKey, title: z.string(), lead: Lead, ...standing }).readonly()

/** 方面 with its findings, in the order of the plan. */
const AspectItem = z.object({ title: z.string(), isClosed: z.boolean(), findings: z.array(FindingItem).readonly() }).readonly()

const Measure = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    units: z.string(),
    isEnded: z.boolean(),
    isTerminated: z.boolean(),
    reopened: z.number().int(),
  })
  .readonly()

/** One finding. `version`: how many steps there are; `meeting` of a step leads to the record whose evidence are the minutes. */
export const FindingView = z
  .object({
    key: FindingKey,
    planId: PlanId,
    plan: z.string(),
    aspect: z.string(),
    title: z.string(),
    lead: Lead,
    ...standing,
    version: z.number().int(),
    effect: FindingStep.nullable(),
    decision: FindingStep.nullable(),
    steps: z.array(FindingStep).readonly(),
    list: z.array(Measure).readonly(),
    may: z.object({ state: z.boolean(), decide: z.boolean() }).readonly(),
  })
  .readonly()
export type FindingView = z.infer<typeof FindingView>

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const which = { planId: PlanId, finding: FindingKey }
const seen = { ...which, version: z.number().int() }
const Words = z.string().trim().max(4000)

export const finding = {
  /** The findings of a plan (none named: the latest one), by aspect, and the plans that have any. */
  list: oc
    .route({ method: 'GET', path: '/findings', summary: '问题和方面的销号', tags: ['finding'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject({ planId: PlanId.optional() }))
    .output(
      z.object({
        plans: z.array(z.object({ id: PlanId, title: z.string() }).readonly()).readonly(),
        planId: PlanId.nullable(),
        aspects: z.array(AspectItem).readonly(),
      }),
    ),
  get: oc
    .route({ method: 'GET', path: '/plans/{planId}/findings/{finding}', summary: '一个问题', tags: ['finding'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject(which))
    .output(FindingView),
  /** 整改成效, by the leader who leads it. */
  state: oc
    .route({ method: 'POST', path: '/plans/{planId}/findings/{finding}/effect', summary: '说明整改成效', tags: ['finding'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, words: Words }))
    .output(FindingView),
  /** What the leading group's meeting decided, with the record of the meeting. */
  decide: oc
    .route({ method: 'POST', path: '/plans/{planId}/findings/{finding}/decision', summary: '登记领导小组会议决定', tags: ['finding'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, kind: z.enum(['close', 'return']), words: Words, meeting: RecordId }))
    .output(FindingView),
}
