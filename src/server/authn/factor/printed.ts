import { randomInt } from 'node:crypto'
import type * as z from 'zod'
import type { SecondFactors } from '#contract/second-factor.ts'
import { demandLastFactorStays } from '#server/authn/factor/last.ts'
import { loadFactors } from '#server/authn/factor/load.ts'
import { markFactorGiven } from '#server/authn/factor/mark.ts'
import { placeOfCode } from '#server/authn/factor/consume-code.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const CODES = 10
/** Without what is mistaken for another when read from paper. Two groups of five: 49 bits. */
const CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUP = 5

/** 打印一次性验证码: ten codes, given out this once and kept as digests. Those printed before are worth nothing. */
export async function printCodes(context: Context & { readonly limits: Limits }): Promise<{ readonly codes: readonly string[] }> {
  const { limits, now } = context
  const codes = Array.from({ length: CODES }, newCode)
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('factor:manage')
    const { accountId } = actor
    await tx.deleteFrom('printedCode').where('accountId', '=', accountId).execute()
    await tx
      .insertInto('printedCode')
      .values(
        codes.map((code) => ({ accountId, digest: limits.rules.box.digest(code.replace('-', ''), placeOfCode(accountId)), madeAt: now })),
      )
      .execute()
    await markFactorGiven(tx, context)
    await record({ verb: 'factor.print-codes', subject: { kind: 'account', id: accountId }, after: { codes: CODES } })
    return { codes }
  })
}

/** 作废一次性验证码. REFUSED `last-factor` where one is needed and there is no other. */
export async function removeCodes(context: Context): Promise<z.infer<typeof SecondFactors>> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('factor:manage')
    await tx.deleteFrom('printedCode').where('accountId', '=', actor.accountId).execute()
    await record({ verb: 'factor.remove-codes', subject: { kind: 'account', id: actor.accountId } })
    return demandLastFactorStays(await loadFactors(tx, actor))
  })
}

// a letter in each, so that no code looks like one of an app
function newCode(): string {
  for (;;) {
    const group = () => Array.from({ length: GROUP }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('')
    const code = `${group()}-${group()}`
    if (/[a-z]/.test(code)) return code
  }
}
