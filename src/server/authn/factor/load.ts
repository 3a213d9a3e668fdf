import type * as z from 'zod'
import type { SecondFactors } from '#contract/second-factor.ts'
import { needsSecondFactor } from '#core/authn/second-factor.ts'
import { Instant } from '#core/day/day.ts'
import type { Db, Tx } from '#server/db/connect.ts'
import type { Actor } from '#server/verb/context.ts'

/** The second factors of the one who asks. */
export async function loadFactors(tx: Tx, { accountId, post, mode }: Actor): Promise<z.infer<typeof SecondFactors>> {
  const totp = await tx.selectFrom('totp').select('confirmedAt').where('accountId', '=', accountId).executeTakeFirst()
  const codes = await tx.selectFrom('printedCode').select('usedAt').where('accountId', '=', accountId).execute()
  const keys = await tx
    .selectFrom('certificateKey')
    .select(['id', 'name', 'addedAt'])
    .where('accountId', '=', accountId)
    .orderBy('addedAt')
    .execute()
  return {
    totpSince: totp === undefined || totp.confirmedAt === null ? null : Instant.parse(totp.confirmedAt),
    codesLeft: codes.length === 0 ? null : codes.filter(({ usedAt }) => usedAt === null).length,
    keys: keys.map(({ id, name, addedAt }) => ({ id, name, addedAt: Instant.parse(addedAt) })),
    isNeeded: needsSecondFactor(post, mode),
  }
}

/** Whether an account has a second factor. A printed list that is used up is one still: an administrator clears it. */
export async function hasSecondFactor(db: Db, accountId: string): Promise<boolean> {
  const found = await Promise.all([
    db.selectFrom('totp').select('accountId').where('accountId', '=', accountId).where('confirmedAt', 'is not', null).executeTakeFirst(),
    db.selectFrom('printedCode').select('accountId').where('accountId', '=', accountId).executeTakeFirst(),
    db.selectFrom('certificateKey').select('accountId').where('accountId', '=', accountId).executeTakeFirst(),
  ])
  return found.some((row) => row !== undefined)
}
