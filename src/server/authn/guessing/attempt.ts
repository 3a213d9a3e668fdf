import type { Instant } from '#core/day/day.ts'
import { sql } from 'kysely'
import type { Db } from '#server/db/connect.ts'
import { addMinutes } from '#server/platform/clock.ts'

const FAILURES = 5
const LOCK_MINUTES = 10

/** An account as sign-in needs it. */
export interface AttemptedAccount {
  readonly id: string
  readonly jurisdictionId: string
  readonly login: string
  readonly name: string
  readonly post: string
  readonly passwordHash: string
  /** From when on a printed password is worth nothing; null: it was chosen by its owner. */
  readonly initialUntil: string | null
}

/**
 * Reserves one attempt at a password, before anything is hashed: one atomic update counts it, and locks the account with the fifth that was not
 * followed by a success. So at most five guesses are ever compared, however many come at once. Null: no such account, disabled, or locked.
 */
export async function reserveAttempt(db: Db, by: { loginKey: string } | { id: string }, now: Instant): Promise<AttemptedAccount | null> {
  // a lock that has run out starts the count anew
  const count = sql<number>`case when locked_until is null then failed_attempts + 1 else 1 end`
  const lockedUntil = addMinutes(now, LOCK_MINUTES)
  const row = await db
    .updateTable('account')
    .set({
      failedAttempts: count,
      lockedUntil: sql<string | null>`case when ${count} >= ${FAILURES} then ${lockedUntil}::timestamptz else null end`,
    })
    .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('loginKey', '=', by.loginKey)))
    .where('disabledAt', 'is', null)
    .where((eb) => eb.or([eb('lockedUntil', 'is', null), eb('lockedUntil', '<=', now)]))
    .returning(['id', 'jurisdictionId', 'login', 'name', 'post', 'passwordHash', 'initialUntil'])
    .executeTakeFirst()
  return row ?? null
}

/**
 * Gives back the one attempt that was reserved, where the password was right but a second factor is still to come: earlier failures stand, so that nobody who knows
 * the password tries codes without end.
 */
export async function returnAttempt(db: Db, id: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ failedAttempts: sql<number>`greatest(failed_attempts - 1, 0)`, lockedUntil: null })
    .where('id', '=', id)
    .execute()
}

/** Forgets the failures of an account after a success; `signedInAt`: where the success was a sign-in. */
export async function clearAttempts(db: Db, id: string, signedInAt?: Instant): Promise<void> {
  const more = signedInAt === undefined ? {} : { signedInAt }
  await db
    .updateTable('account')
    .set({ failedAttempts: 0, lockedUntil: null, ...more })
    .where('id', '=', id)
    .execute()
}
