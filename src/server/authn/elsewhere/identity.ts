import { refuse } from '#core/outcome/outcome.ts'
import type { Db, Tx } from '#server/db/connect.ts'
import { accepted } from '#server/plan/accepted.ts'

/** The directory as an issuer of identities. */
export const DIRECTORY = 'ldap'

/** Who an account is in the directory; null: its password is ours. */
export async function directorySubjectOf(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('federatedIdentity')
    .select('subject')
    .where('accountId', '=', accountId)
    .where('issuer', '=', DIRECTORY)
    .executeTakeFirst()
  return row?.subject ?? null
}

/** An identity that is to be an account's. */
export interface NewIdentity {
  readonly accountId: string
  readonly issuer: string
  readonly subject: string
  readonly now: string
}

/** Links an identity with an account, in place of another of the same issuer. REFUSED `identity-taken` where it is somebody else's. */
export async function linkIdentity(tx: Tx, { accountId, issuer, subject, now }: NewIdentity): Promise<void> {
  await tx.deleteFrom('federatedIdentity').where('accountId', '=', accountId).where('issuer', '=', issuer).execute()
  const linked = await tx
    .insertInto('federatedIdentity')
    .values({ issuer, subject, accountId, linkedAt: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('subject')
    .executeTakeFirst()
  if (linked === undefined) accepted(refuse('identity-taken'))
}
