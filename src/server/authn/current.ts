import type { Instant } from '#core/day/day.ts'
import { Post } from '#core/access/post.ts'
import type { SignedIn } from '#contract/session.ts'
import { personOf } from '#server/access/person-of.ts'
import type { Db } from '#server/db/connect.ts'
import { findSession, touchSession } from '#server/authn/session.ts'
import { addMinutes } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Actor } from '#server/verb/context.ts'

const PASSWORD_DAYS = 90
const MINUTES_A_DAY = 24 * 60

/** Who a session belongs to. */
export interface Caller {
  readonly actor: Actor
  readonly mustChangePassword: boolean
  readonly signedIn: SignedIn
}

/** Looks up the caller of a request by its session token; throws UNAUTHENTICATED where there is none alive. */
export async function currentCaller({ db, now }: { db: Db; now: Instant }, token: string | null): Promise<Caller> {
  const found = token === null ? null : await findSession(db, token, now)
  if (token === null || !found) throw new AppError('UNAUTHENTICATED')
  if (found.isStale) await touchSession(db, token, now)
  const post = Post.parse(found.post)
  const { id: accountId, jurisdictionId, name, login, jurisdiction } = found
  const mustChangePassword = found.initialUntil !== null || found.passwordChangedAt < addMinutes(now, -PASSWORD_DAYS * MINUTES_A_DAY)
  return {
    actor: { accountId, jurisdictionId, name, post, person: await personOf(db, { jurisdictionId, accountId }) },
    mustChangePassword,
    signedIn: { accountId, name, login, jurisdiction, post, mustChangePassword },
  }
}
