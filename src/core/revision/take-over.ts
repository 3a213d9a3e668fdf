import type { Commitment } from '#core/commitment/commitment.ts'
import { accept, refuse, type Outcome } from '#core/outcome/outcome.ts'

/** Why a plan cannot become the next revision of another: it is that other, somebody has worked on it already, or the other has no document but findings. */
export type TakeOverRefusal = 'same-plan' | 'already-worked-on' | 'plan-of-findings'

/** 作为新版本: a plan that was just imported, and nothing more, may become the next revision of another. */
export function takeOver(
  planId: string,
  from: { readonly id: string; readonly commitments: readonly Commitment[]; readonly answered: number },
): Outcome<'taken-over', TakeOverRefusal> {
  if (from.id === planId) return refuse('same-plan')
  const touched = from.commitments.filter(({ decision, state }) => decision !== null || state !== 'draft').length + from.answered
  return touched > 0 ? refuse('already-worked-on', { count: String(touched) }) : accept('taken-over')
}
