import type * as z from 'zod'
import type { SecondFactors } from '#contract/second-factor.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { accepted } from '#server/plan/accepted.ts'

/** Refuses (`last-factor`) what would leave somebody who needs a second factor without one. */
export function demandLastFactorStays(factors: z.infer<typeof SecondFactors>): z.infer<typeof SecondFactors> {
  const isBare = factors.totpSince === null && factors.codesLeft === null && factors.keys.length === 0
  if (factors.isNeeded && isBare) accepted(refuse('last-factor'))
  return factors
}
