import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'
import type { Holding } from '#core/org/organisation.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/**
 * 代理: somebody acts for a post from one day to another while who holds it is away. It counts once a second of those concerned confirmed it: who is away, who
 * substitutes, or the office.
 */
export const Substitution = z
  .object({
    id: z.uuid(),
    postId: z.uuid(),
    absentId: z.uuid(),
    substituteId: z.uuid(),
    fromDay: Day,
    toDay: Day,
    reason: z.string(),
    requestedBy: z.uuid(),
    requestedByName: z.string(),
    requestedAt: Instant,
    state: z.enum(['waiting', 'confirmed', 'declined', 'withdrawn', 'ended']),
    decidedByName: z.string().nullable(),
    decidedAt: Instant.nullable(),
  })
  .readonly()
export type Substitution = z.infer<typeof Substitution>

/** What is asked: who is to act for whom in which post. */
export interface AskedSubstitution {
  readonly post: string
  readonly absent: string
  readonly substitute: string
  readonly from: Day
  readonly to: Day
}

/** Why somebody does not substitute. `not-the-holder`: who is away does not hold the post on all these days. */
export type SubstitutionRefusal =
  | 'same-person'
  | 'interval-reversed'
  | 'too-long'
  | 'not-the-holder'
  | 'own-request'
  | 'not-concerned'
  | 'not-waiting'
  | 'not-acting-now'

/** Longer absences are a change of post. */
const MOST_DAYS = 183
const DAY_MS = 86_400_000

/** Asks for a substitution: by who is away, or by the office. */
export function requestSubstitution(
  asked: AskedSubstitution,
  { holdings, person, isOffice }: { readonly holdings: readonly Holding[]; readonly person: string | null; readonly isOffice: boolean },
): Outcome<AskedSubstitution, SubstitutionRefusal> {
  const { post, absent, substitute, from, to } = asked
  if (!isOffice && person !== absent) return refuse('not-concerned')
  if (absent === substitute) return refuse('same-person')
  if (to < from) return refuse('interval-reversed')
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= MOST_DAYS) return refuse('too-long')
  const holds = holdings.some(
    (each) => each.post === post && each.person === absent && each.from <= from && (each.to === null || each.to >= to),
  )
  return holds ? accept(asked) : refuse('not-the-holder')
}

/** Confirms or declines: one of those concerned, not who asked. */
export function decideSubstitution(
  { state, requestedBy, absentId, substituteId }: Substitution,
  by: { readonly account: string; readonly person: string | null; readonly isOffice: boolean },
): Outcome<true, SubstitutionRefusal> {
  if (state !== 'waiting') return refuse('not-waiting')
  if (requestedBy === by.account) return refuse('own-request')
  const isConcerned = by.isOffice || (by.person !== null && (by.person === absentId || by.person === substituteId))
  return isConcerned ? accept(true) : refuse('not-concerned')
}

/** Ends it, or takes it back while it waits: whoever asked, is away, substitutes, or the office. */
export function endSubstitution(
  { state, requestedBy, absentId, substituteId }: Substitution,
  by: { readonly account: string; readonly person: string | null; readonly isOffice: boolean },
): Outcome<'withdrawn' | 'ended', SubstitutionRefusal> {
  const isConcerned =
    by.isOffice || by.account === requestedBy || (by.person !== null && (by.person === absentId || by.person === substituteId))
  if (!isConcerned) return refuse('not-concerned')
  if (state === 'waiting') return accept('withdrawn')
  return state === 'confirmed' ? accept('ended') : refuse('not-waiting')
}

/** Whether somebody acts for the post on a day. */
export function actsOn({ state, fromDay, toDay, substituteId }: Substitution, person: string | null, day: Day): boolean {
  return state === 'confirmed' && substituteId === person && fromDay <= day && day <= toDay
}
