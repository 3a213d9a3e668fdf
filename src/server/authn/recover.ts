import { initialUntil, newInitialPassword } from '#server/account/initial-password.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { loginKey } from '#server/authn/login-key.ts'
import { endSessions } from '#server/authn/sessions/session.ts'
import { recordEntry } from '#server/journal/record.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** A password to hand over, worth nothing after `until`. */
interface Recovered {
  readonly login: string
  readonly password: string
  readonly until: string
}

/** Who did it, as the journal names them: nobody signs in at the machine itself. */
const OPERATOR = '运维人员（服务器命令行）'

/**
 * 恢复账号 by whoever holds the machine, where nobody else can: a new printed password, no second factors, no lock, no sessions. A disabled account stays so. Null:
 * nobody has the login.
 */
export async function recoverAccount(context: Surroundings & { readonly limits: Limits }, login: string): Promise<Recovered | null> {
  const { db, now, limits } = context
  const password = newInitialPassword(login)
  const passwordHash = await limits.hasher.hash(password)
  const until = initialUntil(now)
  return db.transaction().execute(async (tx) => {
    const account = await tx
      .updateTable('account')
      .set({ passwordHash, passwordChangedAt: now, initialUntil: until, failedAttempts: 0, lockedUntil: null })
      .where('loginKey', '=', loginKey(login))
      .returning(['id', 'jurisdictionId', 'login'])
      .executeTakeFirst()
    if (account === undefined) return null
    await tx.deleteFrom('totp').where('accountId', '=', account.id).execute()
    await tx.deleteFrom('printedCode').where('accountId', '=', account.id).execute()
    await tx.deleteFrom('certificateKey').where('accountId', '=', account.id).execute()
    await endSessions(tx, account.id)
    const by = { accountId: account.id, jurisdictionId: account.jurisdictionId, name: OPERATOR, post: null }
    await recordEntry(tx, context, { verb: 'account.recover', subject: { kind: 'account', id: account.id }, by })
    return { login: account.login, password, until }
  })
}
