import * as z from 'zod'
import { PlanId } from '#core/plan/plan.ts'

/** What is looked for elsewhere: the finding of an inspection, or of a plan (`key`: SM3 of the words under which its measures stand). */
export const SimilarCaseSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inspection-finding'), finding: z.uuid() }),
  z.strictObject({ kind: z.literal('plan-finding'), plan: PlanId, key: z.string().max(64) }),
])
export type SimilarCaseSource = z.infer<typeof SimilarCaseSource>
