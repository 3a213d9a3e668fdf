import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'

/** What all commitments of a plan are computed from, answered once per plan; null until a person has answered. */
export const PlanFrame = z
  .object({
    inForceFrom: Day.nullable(),
    inForceTo: Day.nullable(),
    /** 每年: calendar year, or year of the plan. */
    yearMeaning: z.enum(['calendar', 'plan']).nullable(),
    /** What the first, partial period owes. */
    firstPeriod: z.enum(['full', 'pro-rata', 'none']).nullable(),
    /** 立行立改 must be done within this many days from issue. */
    immediateLimitDays: z.number().int().min(1).max(366).nullable(),
  })
  .readonly()
export type PlanFrame = z.infer<typeof PlanFrame>

export const emptyFrame: PlanFrame = { inForceFrom: null, inForceTo: null, yearMeaning: null, firstPeriod: null, immediateLimitDays: null }

export const PlanId = z.uuid().brand<'PlanId'>()
export type PlanId = z.infer<typeof PlanId>

/** A plan in the list of plans, with what is left to do. */
export const PlanSummary = z
  .object({
    id: PlanId,
    title: z.string(),
    fileName: z.string(),
    /** Which revision its current document is. */
    revision: z.number().int(),
    importedAt: Instant,
    importedBy: z.string(),
    commitments: z.number().int(),
    confirmed: z.number().int(),
    openQuestions: z.number().int(),
  })
  .readonly()
export type PlanSummary = z.infer<typeof PlanSummary>
