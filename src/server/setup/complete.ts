import { timingSafeEqual } from 'node:crypto'
import type { Pack } from '#core/pack/pack.ts'
import { passwordFaults } from '#core/authn/password.ts'
import { isListedPassword } from '#server/authn/password/common-passwords.ts'
import { type Caller, currentCaller } from '#server/authn/sessions/current.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { loginKey } from '#server/authn/login-key.ts'
import { openSession } from '#server/authn/sessions/session.ts'
import { digestOf } from '#server/authn/sessions/token.ts'
import type { Db } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** What the first person enters. */
export interface Setup {
  readonly token: string
  readonly jurisdiction: string
  /** The pack it uses; left out: the one that is suggested. */
  readonly pack?: string | undefined
  readonly name: string
  readonly login: string
  readonly password: string
}

/**
 * Creates the jurisdiction and its first office account, uses up the set-up link, and signs in. NOT_FOUND: the link is not, or no longer, valid.
 * INVALID: the password will not do, or there is no such pack.
 */
export async function completeSetup(
  context: Surroundings & { readonly limits: Limits; readonly packs: readonly Pack[] },
  { token, jurisdiction, pack, name, login, password }: Setup,
): Promise<{ token: string; caller: Caller }> {
  const { limits, now, address } = context
  limits.addresses.demand(address, now)
  if (!(await fits(context.db, token))) {
    limits.addresses.countFailure(address, now)
    throw new AppError('NOT_FOUND')
  }
  const fault = passwordFaults(password, login, { profile: limits.rules.passwords, isListed: isListedPassword })[0]
  if (fault !== undefined) throw new AppError('INVALID', { fields: [{ path: ['password'], code: fault }] })
  if (pack !== undefined && context.packs.every(({ manifest }) => manifest.id !== pack))
    throw new AppError('INVALID', { fields: [{ path: ['pack'], code: 'unknown' }] })
  const passwordHash = await limits.hasher.hash(password)
  const session = await change(context, async ({ tx, allow, record }) => {
    allow('setup:complete')
    const used = await tx.deleteFrom('setupToken').where('tokenDigest', '=', digestOf(token)).returning('onlyOne').executeTakeFirst()
    if (!used) throw new AppError('NOT_FOUND')
    const by = { accountId: context.newId(), jurisdictionId: context.newId(), name, post: 'office' } as const
    await tx.insertInto('jurisdiction').values({ id: by.jurisdictionId, name: jurisdiction, createdAt: now }).execute()
    if (pack !== undefined) await tx.insertInto('registerSet').values({ jurisdictionId: by.jurisdictionId, pack, version: 1 }).execute()
    await tx
      .insertInto('account')
      .values({
        id: by.accountId,
        jurisdictionId: by.jurisdictionId,
        login: login.normalize('NFKC'),
        loginKey: loginKey(login),
        name,
        post: by.post,
        passwordHash,
        passwordChangedAt: now,
        signedInAt: now,
        createdAt: now,
      })
      .execute()
    await record({
      verb: 'setup.complete',
      subject: { kind: 'jurisdiction', id: by.jurisdictionId },
      after: { jurisdiction, login, name, ...(pack === undefined ? {} : { pack }) },
      by,
    })
    return openSession(tx, by.accountId, address, now, { agent: context.agent ?? '' })
  })
  return { token: session, caller: await currentCaller(context, session) }
}

async function fits(db: Db, token: string): Promise<boolean> {
  const row = await db.selectFrom('setupToken').select('tokenDigest').executeTakeFirst()
  return row !== undefined && timingSafeEqual(row.tokenDigest, digestOf(token))
}
