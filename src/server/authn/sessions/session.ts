import type { Instant } from '#core/day/day.ts'
import type { Db, Tx } from '#server/db/connect.ts'
import { digestOf, newToken } from '#server/authn/sessions/token.ts'
import { addMinutes } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import type { Actor } from '#server/verb/context.ts'

const IDLE_MINUTES = 30
const ABSOLUTE_MINUTES = 12 * 60
const SESSIONS = 3

/** How a session was opened: with a password of ours, with one that the directory knows, or by the provider of identities. */
export type SignInWay = 'password' | 'directory' | 'provider'

/** More about a session that is opened. `factorAt`: when its second factor was given. */
interface More {
  readonly agent?: string
  readonly factorAt?: Instant | null
  readonly via?: SignInWay
}

/** Opens a session and gives its token, the only copy there is. The oldest sessions beyond three end. */
export async function openSession(tx: Tx, accountId: string, address: string | null, now: Instant, more: More = {}): Promise<string> {
  const token = newToken()
  const { agent = '', factorAt = null, via = 'password' } = more
  await tx
    .insertInto('session')
    .values({
      id: uuidv7(),
      tokenDigest: digestOf(token),
      accountId,
      address: address ?? '',
      agent,
      factorAt,
      via,
      confirmedAt: now,
      createdAt: now,
      seenAt: now,
    })
    .execute()
  await endOldest(tx, accountId, factorAt !== null)
  return token
}

/**
 * Ends the oldest sessions of an account beyond three. Those that gave a second factor are counted apart (`isGiven`): whoever knows the password alone ends none of
 * them.
 */
export async function endOldest(tx: Tx, accountId: string, isGiven: boolean): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .where('factorAt', isGiven ? 'is not' : 'is', null)
    .where('tokenDigest', 'not in', (eb) =>
      eb
        .selectFrom('session')
        .select('tokenDigest')
        .where('accountId', '=', accountId)
        .where('factorAt', isGiven ? 'is not' : 'is', null)
        .orderBy('createdAt', 'desc')
        .orderBy('seenAt', 'desc')
        .limit(SESSIONS),
    )
    .execute()
}

/** Gives a live session a new token, with what its owner has just proved: the old one is worth nothing. Its twelve hours go on. */
export async function renewToken(
  tx: Tx,
  token: string,
  proved: { readonly confirmedAt: Instant; readonly factorAt?: Instant },
): Promise<string> {
  const next = newToken()
  await tx
    .updateTable('session')
    .set({ ...proved, tokenDigest: digestOf(next), challenge: null, challengeUntil: null })
    .where('tokenDigest', '=', digestOf(token))
    .returning('id')
    .executeTakeFirstOrThrow()
  return next
}

/** The session somebody acts in. Jobs have none and never ask. */
export function sessionOf({ session }: Actor): NonNullable<Actor['session']> {
  if (session === undefined) throw new Error('a verb of sessions without a session')
  return session
}

/** Ends one session. */
export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('tokenDigest', '=', digestOf(token)).execute()
}

/** Ends every session of an account, or all but one. */
export async function endSessions(db: Db, accountId: string, butOf?: string): Promise<number> {
  const ended = await db
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .$if(butOf !== undefined, (query) => query.where('id', '!=', butOf ?? ''))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Instants between which a session is alive: seen after `seenAfter`, opened after `openedAfter`. */
export function livesOf(now: Instant): { readonly seenAfter: Instant; readonly openedAfter: Instant } {
  return { seenAfter: addMinutes(now, -IDLE_MINUTES), openedAfter: addMinutes(now, -ABSOLUTE_MINUTES) }
}

/** The account of a live session: seen within 30 minutes, opened within 12 hours, account not disabled. `isStale`: last seen over a minute ago. */
export async function findSession(db: Db, token: string, now: Instant) {
  const { seenAfter, openedAfter } = livesOf(now)
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .innerJoin('jurisdiction', 'jurisdiction.id', 'account.jurisdictionId')
    .select([
      'account.id',
      'account.jurisdictionId',
      'account.login',
      'account.name',
      'account.post',
      'account.passwordChangedAt',
      'account.initialUntil',
      'jurisdiction.name as jurisdiction',
      'jurisdiction.inServiceSince',
      'session.id as sessionId',
      'session.seenAt',
      'session.createdAt',
      'session.confirmedAt',
      'session.factorAt',
      'session.via',
      'session.substitutionId',
    ])
    .select((eb) =>
      eb
        .or([
          eb.exists(
            eb.selectFrom('totp').select('accountId').whereRef('accountId', '=', 'account.id').where('confirmedAt', 'is not', null),
          ),
          eb.exists(eb.selectFrom('printedCode').select('accountId').whereRef('accountId', '=', 'account.id')),
          eb.exists(eb.selectFrom('certificateKey').select('accountId').whereRef('accountId', '=', 'account.id')),
        ])
        .as('isEnrolled'),
    )
    .where('session.tokenDigest', '=', digestOf(token))
    .where('session.seenAt', '>', seenAfter)
    .where('session.createdAt', '>', openedAfter)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return { ...row, isEnrolled: row.isEnrolled === true, isStale: row.seenAt < addMinutes(now, -1) }
}

/** Notes that a session is in use. */
export async function touchSession(db: Db, token: string, now: Instant): Promise<void> {
  await db.updateTable('session').set({ seenAt: now }).where('tokenDigest', '=', digestOf(token)).execute()
}
