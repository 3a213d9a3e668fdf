import { Instant } from '#core/day/day.ts'
import { Post } from '#core/access/post.ts'
import { passwordRules } from '#core/authn/password-profile.ts'
import { nextStep, type SignInStep } from '#core/authn/second-factor.ts'
import type { SignedIn } from '#contract/session.ts'
import { personOf } from '#server/access/person-of.ts'
import type { Db } from '#server/db/connect.ts'
import type { Limits, SignInRules } from '#server/authn/guessing/limits.ts'
import { isRecent } from '#server/authn/sessions/recent.ts'
import { findSession, touchSession } from '#server/authn/sessions/session.ts'
import { addMinutes, dayInShanghai } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import { actingFor } from '#server/substitution/acting.ts'
import { modeOf } from '#server/setup/mode.ts'
import type { Actor } from '#server/verb/context.ts'

const MINUTES_A_DAY = 24 * 60
/** A session that waits for its second factor waits no longer than this. */
const WAITING_MINUTES = 10

/** Who a session belongs to, and what it must do before anything else. */
export interface Caller {
  readonly actor: Actor
  readonly step: SignInStep | null
  readonly signedIn: SignedIn
}

/** Looks up the caller of a request by its session token; throws UNAUTHENTICATED where there is none alive. */
export async function currentCaller(
  { db, now, limits }: { readonly db: Db; readonly now: Instant; readonly limits: Limits },
  token: string | null,
): Promise<Caller> {
  const found = token === null ? null : await findSession(db, token, now)
  if (token === null || !found) throw new AppError('UNAUTHENTICATED')
  const step = stepOf(found, limits.rules, now)
  if (step === 'give-factor' && found.createdAt < addMinutes(now, -WAITING_MINUTES)) throw new AppError('UNAUTHENTICATED')
  if (found.isStale) await touchSession(db, token, now)
  const { id: accountId, jurisdictionId, name, login, jurisdiction } = found
  const post = Post.parse(found.post)
  const mode = modeOf(found)
  const actor = await actingFor(
    db,
    {
      accountId,
      jurisdictionId,
      name,
      post,
      mode,
      ...(await personOf(db, { jurisdictionId, accountId, asOf: dayInShanghai(now) })),
      session: { id: found.sessionId, via: found.via, confirmedAt: instantOf(found.confirmedAt), factorAt: instantOf(found.factorAt) },
    },
    found.substitutionId,
    dayInShanghai(now),
  )
  return {
    actor,
    step,
    signedIn: {
      accountId,
      name: actor.name,
      login,
      jurisdiction,
      post: actor.post,
      mode,
      isActing: actor.acting !== undefined,
      step,
      hasFactor: found.isEnrolled,
      via: wayOf(found.via),
      isConfirmed: isRecent(instantOf(found.confirmedAt), now),
      passwordProfile: limits.rules.passwords,
      mustChangePassword: step === 'change-password',
    },
  }
}

type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>

/** What a session must do before anything else; null: nothing. */
export function stepOf(found: FoundSession, rules: SignInRules, now: Instant): SignInStep | null {
  return nextStep({
    post: Post.parse(found.post),
    mode: modeOf(found),
    isEnrolled: found.isEnrolled,
    isGiven: found.factorAt !== null,
    isPasswordDue: isPasswordDue(found, rules, now),
  })
}

function isPasswordDue({ via, initialUntil, passwordChangedAt }: FoundSession, { passwords }: SignInRules, now: Instant): boolean {
  if (via !== 'password') return false
  const { days } = passwordRules[passwords]
  return initialUntil !== null || (days !== null && passwordChangedAt < addMinutes(now, -days * MINUTES_A_DAY))
}

function wayOf(via: string): SignedIn['via'] {
  return via === 'directory' || via === 'provider' ? via : 'password'
}

function instantOf(text: string | null): Instant | null {
  return text === null ? null : Instant.parse(text)
}

/** Refuses whoever has not completed the sign-in, saying what is to be done. `but`: a step that may still be open. */
export function demandComplete(step: SignInStep | null, but?: readonly SignInStep[]): void {
  if (step === null || but?.includes(step) === true) return
  throw new AppError(step === 'change-password' ? 'PASSWORD_CHANGE_REQUIRED' : 'SECOND_FACTOR_REQUIRED', { step })
}
