import type * as z from 'zod'
import type { PlanClause as PlanClauseSchema, PlanQuestion as PlanQuestionSchema, PlanView as PlanViewSchema } from '#contract/plan.ts'

export type PlanView = z.infer<typeof PlanViewSchema>
export type PlanClause = z.infer<typeof PlanClauseSchema>
export type PlanQuestion = z.infer<typeof PlanQuestionSchema>
