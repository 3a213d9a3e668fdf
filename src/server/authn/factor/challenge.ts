import type { Instant } from '#core/day/day.ts'
import type { Db } from '#server/db/connect.ts'
import { digestOf, newToken } from '#server/authn/sessions/token.ts'
import { isSignedBy } from '#server/journal/signer.ts'
import { addMinutes } from '#server/platform/clock.ts'

const MINUTES = 5
/** Stands before every challenge, so that what was signed for it is no signature of anything else. */
const PREFIX = 'xiaohao-sign-in:'

/** A nonce that a certificate key is to sign, kept with the session as its digest; an earlier one is worth nothing. */
export async function makeChallenge(db: Db, sessionId: string, now: Instant): Promise<string> {
  const challenge = `${PREFIX}${newToken()}`
  await db
    .updateTable('session')
    .set({ challenge: digestOf(challenge), challengeUntil: addMinutes(now, MINUTES) })
    .where('id', '=', sessionId)
    .execute()
  return challenge
}

/** A challenge that came back signed. */
export interface SignedText {
  readonly challenge: string
  readonly signature: string
}

/** Uses up the challenge of a session; false where it has none such, or it is too old. */
export async function takeChallenge(db: Db, sessionId: string, { challenge }: SignedText, now: Instant): Promise<boolean> {
  const taken = await db
    .updateTable('session')
    .set({ challenge: null, challengeUntil: null })
    .where('id', '=', sessionId)
    .where('challenge', '=', digestOf(challenge))
    .where('challengeUntil', '>', now)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

/** Whether one of the account's certificate keys signed the challenge of the session; uses the challenge up. */
export async function fitsChallenge(db: Db, { accountId, sessionId, now, ...signed }: SignedText & Asked): Promise<boolean> {
  if (!(await takeChallenge(db, sessionId, signed, now))) return false
  const keys = await db.selectFrom('certificateKey').select('publicKey').where('accountId', '=', accountId).execute()
  return keys.some(({ publicKey }) => isSignedBy(publicKey, signed.challenge, signed.signature))
}

interface Asked {
  readonly accountId: string
  readonly sessionId: string
  readonly now: Instant
}
