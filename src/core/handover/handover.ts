import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'
import type { Holding } from '#core/org/organisation.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/**
 * One open commitment of a handover, as it stood on the day. `stays`: by its basis what was counted stays with the post, follows the person, or (`named`) the
 * commitment only names them as responsible. `owed`, `actual`, `required` in `unit`.
 */
export const HandoverItem = z
  .object({
    commitment: z.uuid(),
    ref: z.string(),
    sentence: z.string(),
    stays: z.enum(['post', 'person', 'named']),
    period: z.string(),
    required: z.string().nullable(),
    actual: z.string().nullable(),
    owed: z.string().nullable(),
  })
  .readonly()
export type HandoverItem = z.infer<typeof HandoverItem>

/** 交接: what is open where a post changes hands. It is done when both sides confirmed the same list. */
export const Handover = z
  .object({
    id: z.uuid(),
    postId: z.uuid(),
    fromId: z.uuid(),
    toId: z.uuid(),
    onDay: Day,
    note: z.string(),
    items: z.array(HandoverItem).readonly(),
    begunByName: z.string(),
    begunAt: Instant,
    fromConfirmedAt: Instant.nullable(),
    fromConfirmedByName: z.string().nullable(),
    toConfirmedAt: Instant.nullable(),
    toConfirmedByName: z.string().nullable(),
    cancelledAt: Instant.nullable(),
  })
  .readonly()
export type Handover = z.infer<typeof Handover>

/** Why a post is not handed over so. `not-the-holder`: who hands over never held it. */
export type HandoverRefusal = 'same-person' | 'not-the-holder' | 'handover-over' | 'not-concerned' | 'already-confirmed'

/** Begins a handover: from who holds, or held, the post. */
export function beginHandover(
  { post, from, to }: { readonly post: string; readonly from: string; readonly to: string },
  holdings: readonly Holding[],
): Outcome<true, HandoverRefusal> {
  if (from === to) return refuse('same-person')
  return holdings.some((each) => each.post === post && each.person === from) ? accept(true) : refuse('not-the-holder')
}

/** Which side confirms: each for itself, once. */
export function confirmHandover(handover: Handover, person: string | null): Outcome<'from' | 'to', HandoverRefusal> {
  if (handover.cancelledAt !== null) return refuse('handover-over')
  const side = person === null ? null : person === handover.fromId ? 'from' : person === handover.toId ? 'to' : null
  if (side === null) return refuse('not-concerned')
  const at = side === 'from' ? handover.fromConfirmedAt : handover.toConfirmedAt
  return at === null ? accept(side) : refuse('already-confirmed')
}

/** Whether both sides confirmed. */
export function isDone({ fromConfirmedAt, toConfirmedAt, cancelledAt }: Handover): boolean {
  return cancelledAt === null && fromConfirmedAt !== null && toConfirmedAt !== null
}
