import type { Outcome } from '#core/outcome/outcome.ts'
import { AppError } from '#server/platform/errors.ts'

/** The value of a decision; a refusal of core leaves the server as REFUSED with its code and parameters. */
export function accepted<T>(outcome: Outcome<T, string>): T {
  if (outcome.ok) return outcome.value
  throw new AppError('REFUSED', { refusal: outcome.refusal.code, params: outcome.refusal.params })
}
