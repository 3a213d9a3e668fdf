import type { Instant } from '#core/day/day.ts'
import { addMinutes } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

/** For how long a sign-in, or proving anew who one is, allows dangerous acts. */
const MINUTES = 15

/**
 * For dangerous acts (password, second factor, grants, bulk export, keys): refuses (RECENT_SIGN_IN_REQUIRED) where whoever asks has not proved of late who they are.
 * The web then asks for the password and repeats the request. `allow` calls it for the permissions of `core/authn/dangerous.ts`; a verb may call it itself.
 */
export function demandRecentSignIn({ actor, now }: Pick<Context, 'actor' | 'now'>): void {
  if (!isRecent(actor.session?.confirmedAt ?? null, now)) throw new AppError('RECENT_SIGN_IN_REQUIRED')
}

/** Whether dangerous acts go through for whoever proved then who they are; null: never. */
export function isRecent(confirmedAt: Instant | null, now: Instant): boolean {
  return confirmedAt !== null && confirmedAt >= addMinutes(now, -MINUTES)
}
