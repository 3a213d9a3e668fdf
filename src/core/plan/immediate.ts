import type { Commitment } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { addDays } from '#core/day/day.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import { implied } from '#core/text/certain.ts'

/** The day by which what is to be done at once (立行立改) must be done, once the frame says from when and within how many days; else null. */
export function immediateDueOn(frame: PlanFrame): Day | null {
  return frame.inForceFrom === null || frame.immediateLimitDays === null ? null : addDays(frame.inForceFrom, frame.immediateLimitDays)
}

/** Whether the limit of 立行立改 sets the due day: once, at once, and no day of its own, written or set by a person. */
function isDueByImmediateLimit({ reading, basis }: Commitment): boolean {
  const recurs = reading.period.value.unit !== 'once' && reading.period.value.unit !== 'none'
  if (recurs || reading.nature?.value !== 'immediate') return false
  return (reading.deadline === null && reading.deadlineText === null) || basis.some(({ code }) => code === 'immediate-limit')
}

/** A commitment with the due day of 立行立改; unchanged (the same object) where the limit does not set it. */
export function withImmediateLimit(
  commitment: Commitment,
  frame: PlanFrame,
  by: { readonly by: string; readonly at: Commitment['basis'][number]['at'] },
): Commitment {
  const day = immediateDueOn(frame)
  if (day === null || !isDueByImmediateLimit(commitment) || commitment.reading.deadline?.value === day) return commitment
  const others = commitment.basis.filter(({ code }) => code !== 'immediate-limit')
  return {
    ...commitment,
    reading: { ...commitment.reading, deadline: implied(day, 'time-limit') },
    basis: [...others, { code: 'immediate-limit', answer: String(frame.immediateLimitDays), ...by }],
  }
}
