import type { Instant } from '#core/day/day.ts'
import type { Db, Tx } from '#server/db/connect.ts'
import { digestOf, newToken } from '#server/authn/token.ts'
import { addMinutes } from '#server/platform/clock.ts'

const IDLE_MINUTES = 30
const ABSOLUTE_MINUTES = 12 * 60
const SESSIONS = 3

/** Opens a session and gives its token, the only copy there is. The oldest sessions beyond three end. */
export async function openSession(tx: Tx, accountId: string, address: string | null, now: Instant): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('session')
    .values({ tokenDigest: digestOf(token), accountId, address: address ?? '', createdAt: now, seenAt: now })
    .execute()
  await tx
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .where('tokenDigest', 'not in', (eb) =>
      eb
        .selectFrom('session')
        .select('tokenDigest')
        .where('accountId', '=', accountId)
        .orderBy('createdAt', 'desc')
        .orderBy('seenAt', 'desc')
        .limit(SESSIONS),
    )
    .execute()
  return token
}

/** Ends one session. */
export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('tokenDigest', '=', digestOf(token)).execute()
}

/** Ends every session of an account. */
export async function endSessions(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('accountId', '=', accountId).execute()
}

/** The account of a live session: seen within 30 minutes, opened within 12 hours, account not disabled. `isStale`: last seen over a minute ago. */
export async function findSession(db: Db, token: string, now: Instant) {
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
      'session.seenAt',
    ])
    .where('session.tokenDigest', '=', digestOf(token))
    .where('session.seenAt', '>', addMinutes(now, -IDLE_MINUTES))
    .where('session.createdAt', '>', addMinutes(now, -ABSOLUTE_MINUTES))
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return { ...row, isStale: row.seenAt < addMinutes(now, -1) }
}

/** Notes that a session is in use. */
export async function touchSession(db: Db, token: string, now: Instant): Promise<void> {
  await db.updateTable('session').set({ seenAt: now }).where('tokenDigest', '=', digestOf(token)).execute()
}
