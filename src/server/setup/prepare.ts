import type { Instant } from '#core/day/day.ts'
import { digestOf, newToken } from '#server/authn/sessions/token.ts'
import type { Db } from '#server/db/connect.ts'

/** Makes a new set-up token while there is no account yet, in place of any earlier one; null once set-up is done. */
export async function prepareSetup(db: Db, now: Instant): Promise<string | null> {
  const token = newToken()
  const isOpen = await db.transaction().execute(async (tx) => {
    const account = await tx.selectFrom('account').select('id').limit(1).executeTakeFirst()
    if (account) return false
    const row = { tokenDigest: digestOf(token), createdAt: now }
    await tx
      .insertInto('setupToken')
      .values(row)
      .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet(row))
      .execute()
    return true
  })
  return isOpen ? token : null
}

/** Whether set-up is still to be done. */
export async function isSetupOpen(db: Db): Promise<boolean> {
  const row = await db.selectFrom('setupToken').select('onlyOne').executeTakeFirst()
  return row !== undefined
}
