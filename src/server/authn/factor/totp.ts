import { randomBytes } from 'node:crypto'
import type * as z from 'zod'
import type { SecondFactors } from '#contract/second-factor.ts'
import { demandLastFactorStays } from '#server/authn/factor/last.ts'
import { loadFactors } from '#server/authn/factor/load.ts'
import { placeOfSeed, consumeStep } from '#server/authn/factor/consume-code.ts'
import { clearAttempts } from '#server/authn/guessing/attempt.ts'
import { tryGuess } from '#server/authn/guessing/guess.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { markFactorGiven } from '#server/authn/factor/mark.ts'
import { matchingStep, seedText, seedUri } from '#server/authn/totp.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 160 bits, as RFC 4226 asks. */
const SEED_BYTES = 20
const ISSUER = '销号'

type Signed = Context & { readonly limits: Limits }

/** 登记动态口令: a new seed, which counts for nothing until a code of it was typed. One that counts already stays until then. */
export async function startTotp(context: Signed): Promise<{ readonly seed: string; readonly uri: string }> {
  const { limits, now, actor } = context
  const seed = randomBytes(SEED_BYTES)
  return change(context, async ({ tx, allow, record }) => {
    allow('factor:manage')
    const { accountId } = actor
    const { login } = await tx.selectFrom('account').select('login').where('id', '=', accountId).executeTakeFirstOrThrow()
    const row = { pendingSeed: limits.rules.box.seal(seed, placeOfSeed(accountId)), madeAt: now }
    await tx
      .insertInto('totp')
      .values({ accountId, ...row })
      .onConflict((conflict) => conflict.column('accountId').doUpdateSet(row))
      .execute()
    await record({ verb: 'factor.start-totp', subject: { kind: 'account', id: accountId } })
    return { seed: seedText(seed), uri: seedUri(seed, { issuer: ISSUER, login }) }
  })
}

/** 确认动态口令: from now on it counts, and takes the place of one before. UNAUTHENTICATED: the code is not that of the seed. */
export async function finishTotp(context: Signed, { code }: { readonly code: string }): Promise<z.infer<typeof SecondFactors>> {
  const { db, limits, now, actor } = context
  const { accountId } = actor
  const typed = code.replaceAll(/[\s-]/g, '')
  let step = 0
  await tryGuess(context, {
    by: { id: accountId },
    verb: 'factor.finish-totp',
    async fits() {
      const row = await db.selectFrom('totp').select('pendingSeed').where('accountId', '=', accountId).executeTakeFirst()
      if (!row?.pendingSeed) return false
      const found = matchingStep(limits.rules.box.open(row.pendingSeed, placeOfSeed(accountId)), typed, now)
      step = found ?? 0
      return found !== null
    },
  })
  return change(context, async ({ tx, allow, record }) => {
    allow('factor:manage')
    await clearAttempts(tx, accountId)
    await tx
      .updateTable('totp')
      .set((eb) => ({ sealedSeed: eb.ref('pendingSeed'), pendingSeed: null, confirmedAt: now, lastStep: '0' }))
      .where('accountId', '=', accountId)
      .where('pendingSeed', 'is not', null)
      .execute()
    await consumeStep(tx, accountId, step)
    await markFactorGiven(tx, context)
    await record({ verb: 'factor.finish-totp', subject: { kind: 'account', id: accountId } })
    return loadFactors(tx, actor)
  })
}

/** 取消动态口令. REFUSED `last-factor` where one is needed and there is no other. */
export async function removeTotp(context: Context): Promise<z.infer<typeof SecondFactors>> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('factor:manage')
    await tx.deleteFrom('totp').where('accountId', '=', actor.accountId).execute()
    await record({ verb: 'factor.remove-totp', subject: { kind: 'account', id: actor.accountId } })
    return demandLastFactorStays(await loadFactors(tx, actor))
  })
}
