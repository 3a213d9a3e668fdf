import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Counting } from '#core/counting/counting.ts'
import { Rhythm } from '#core/period/rhythm.ts'
import { Scope } from '#core/scope/scope.ts'
import { Target } from '#core/target/measure.ts'

/** What those owe who join or leave within a period: all of it, by days, or nothing. */
export const MidPeriod = z.enum(['full', 'pro-rata', 'none'])
export type MidPeriod = z.infer<typeof MidPeriod>

/** A commitment as it computes: nothing of it is open any more but, perhaps, what those owe who join or leave (asked once it matters). */
export const Terms = z
  .strictObject({
    commitment: CommitmentId,
    target: Target,
    rhythm: Rhythm,
    scope: Scope,
    counting: Counting,
    midPeriod: MidPeriod.nullable(),
    /** What a person has let off, by subject and period. */
    waived: z.array(z.strictObject({ subject: z.string(), period: z.string() })).readonly(),
  })
  .readonly()
export type Terms = z.infer<typeof Terms>
