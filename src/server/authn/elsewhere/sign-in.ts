import { refuse } from '#core/outcome/outcome.ts'
import { clearAttempts } from '#server/authn/guessing/attempt.ts'
import { currentCaller } from '#server/authn/sessions/current.ts'
import { linkIdentity } from '#server/authn/elsewhere/identity.ts'
import type { ProvedIdentity, Provider } from '#server/authn/elsewhere/provider.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { recordFailedSignIn } from '#server/authn/guessing/record-failed-sign-in.ts'
import { demandRecentSignIn } from '#server/authn/sessions/recent.ts'
import { renewToken } from '#server/authn/sessions/session.ts'
import { type OpenedSession, openFor } from '#server/authn/sign-in.ts'
import { reserveAttempt } from '#server/authn/guessing/attempt.ts'
import { digestOf, newToken } from '#server/authn/sessions/token.ts'
import { accepted } from '#server/plan/accepted.ts'
import { addMinutes } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context, Surroundings } from '#server/verb/context.ts'

export type Purpose = 'sign-in' | 'link' | 'confirm'
type Open = Surroundings & { readonly limits: Limits }
type Signed = Context & { readonly limits: Limits }

const MINUTES = 10

/** Begins a sign-in at the provider: `secret` goes into a cookie, `url` is where the browser goes. To link an identity asks for a sign-in of late. */
export async function startElsewhere(context: Open, purpose: Purpose): Promise<{ readonly secret: string; readonly url: string }> {
  const { db, now, limits, address, actor } = context
  const provider = providerOf(context)
  if (actor === null) limits.addresses.demand(address, now)
  if (actor !== null && purpose === 'link') demandRecentSignIn({ actor, now })
  const secret = newToken()
  const url = await provider.begin(secret, purpose !== 'sign-in')
  await db.deleteFrom('federatedAttempt').where('until', '<=', now).execute()
  await db
    .insertInto('federatedAttempt')
    .values({ secretDigest: digestOf(secret), purpose, accountId: actor?.accountId ?? null, until: addMinutes(now, MINUTES) })
    .execute()
  return { secret, url }
}

/** What came back from the provider, with the secret of the browser that began. */
interface Return {
  readonly secret: string | null
  readonly query: string
}

/** Ends a sign-in at the provider, once. `session`: the token of the request, if it brought one. UNAUTHENTICATED: nothing is proved, or no account is linked. */
export async function finishElsewhere(
  context: Open,
  { secret, query }: Return,
  session: string | null,
): Promise<OpenedSession & { readonly purpose: Purpose }> {
  const { db, now, limits, address } = context
  limits.addresses.demand(address, now)
  const attempt =
    secret === null
      ? undefined
      : await db
          .deleteFrom('federatedAttempt')
          .where('secretDigest', '=', digestOf(secret))
          .where('until', '>', now)
          .returning(['purpose', 'accountId'])
          .executeTakeFirst()
  if (attempt === undefined || secret === null) throw refused(context)
  const purpose = attempt.purpose === 'link' || attempt.purpose === 'confirm' ? attempt.purpose : 'sign-in'
  const identity = await providerOf(context)
    .finish(secret, query, purpose !== 'sign-in')
    .catch(async (error: unknown) => {
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED') await recordFailedSignIn(context, { loginKey: '' })
      throw error
    })
  if (purpose === 'sign-in') return { ...(await signInAs(context, identity, session)), purpose }
  const { actor } = await currentCaller(context, session)
  if (actor.accountId !== attempt.accountId || session === null) throw refused(context)
  const signed = { ...context, actor }
  return { ...(await (purpose === 'link' ? linkOwn(signed, identity, session) : confirmAs(signed, identity, session))), purpose }
}

/** Locks count here too: a locked or disabled account is not let in by another door. */
async function signInAs(context: Open, identity: ProvedIdentity, session: string | null): Promise<OpenedSession> {
  const accountId = await accountOf(context, identity)
  const account = accountId === null ? null : await reserveAttempt(context.db, { id: accountId }, context.now)
  if (account !== null) return openFor(context, account, { via: 'provider', earlier: session })
  await recordFailedSignIn(context, accountId === null ? { loginKey: '' } : { id: accountId })
  throw refused(context)
}

/** 关联本人的统一身份: confirmed once, by whoever is signed in to both. */
async function linkOwn(context: Signed, { issuer, subject }: ProvedIdentity, session: string): Promise<OpenedSession> {
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('factor:manage')
    await linkIdentity(tx, { accountId: actor.accountId, issuer, subject, now: context.now })
    await record({ verb: 'account.link-identity', subject: { kind: 'account', id: actor.accountId }, after: { issuer, subject } })
  })
  return { token: session, caller: await currentCaller(context, session) }
}

async function confirmAs(context: Signed, identity: ProvedIdentity, session: string): Promise<OpenedSession> {
  const { actor, now } = context
  if ((await accountOf(context, identity)) !== actor.accountId) throw refused(context)
  const token = await change(context, async ({ tx, allow, record }) => {
    allow('session:confirm')
    await clearAttempts(tx, actor.accountId)
    const renewed = await renewToken(tx, session, { confirmedAt: now })
    await record({ verb: 'session.confirm', subject: { kind: 'account', id: actor.accountId }, after: { via: 'provider' } })
    return renewed
  })
  return { token, caller: await currentCaller(context, token) }
}

async function accountOf({ db }: Open, { issuer, subject }: ProvedIdentity): Promise<string | null> {
  const row = await db
    .selectFrom('federatedIdentity')
    .select('accountId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.accountId ?? null
}

function providerOf({ limits }: Open): Provider {
  return limits.rules.provider ?? accepted(refuse('no-provider'))
}

function refused({ limits, address, now }: Open): AppError {
  limits.addresses.countFailure(address, now)
  return new AppError('UNAUTHENTICATED')
}
