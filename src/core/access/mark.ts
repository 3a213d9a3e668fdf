import * as z from 'zod'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/**
 * 敏感标记, the lowest first: `public` 公开, `internal` 内部, `sensitive` 敏感, `restricted` 高敏. On objects it says how sensitive they are, on an account
 * (知悉级别) up to where it is cleared: what is marked higher is not there for it.
 */
export const Mark = z.enum(['public', 'internal', 'sensitive', 'restricted'])
export type Mark = z.infer<typeof Mark>

/** The place of a mark among all, from 0: as it is stored. */
export function rankOf(mark: Mark): number {
  return Mark.options.indexOf(mark)
}

/** The mark at a place; the highest where there is none so: what is not understood is shown to nobody who is not cleared for everything. */
export function markAt(rank: number): Mark {
  return Mark.options[rank] ?? 'restricted'
}

/** Whether somebody who is cleared up to `clearance` may know of what bears the mark. */
export function isCleared(clearance: Mark, mark: Mark): boolean {
  return rankOf(mark) <= rankOf(clearance)
}

/** The higher of two marks. */
export function higherOf(a: Mark, b: Mark): Mark {
  return rankOf(a) >= rankOf(b) ? a : b
}

/** Why a mark is not set: it stands so, or whoever sets it would no longer see what bears it. */
export type MarkRefusal = 'nothing-changed' | 'above-own-clearance'

/** 标记: a higher mark counts at once; a lower one once a second person confirmed it (on trial, where there is none, at once). `clearance` null: of who sees no rows anyway. */
export function changeMark({
  former,
  next,
  clearance,
  isOnTrial,
}: {
  readonly former: Mark
  readonly next: Mark
  readonly clearance: Mark | null
  readonly isOnTrial: boolean
}): Outcome<'set' | 'request', MarkRefusal> {
  if (former === next) return refuse('nothing-changed')
  if (clearance !== null && !isCleared(clearance, next)) return refuse('above-own-clearance')
  return accept(rankOf(next) > rankOf(former) || isOnTrial ? 'set' : 'request')
}
