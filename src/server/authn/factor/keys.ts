import type * as z from 'zod'
import type { SecondFactors } from '#contract/second-factor.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { type SignedText, takeChallenge } from '#server/authn/factor/challenge.ts'
import { demandLastFactorStays } from '#server/authn/factor/last.ts'
import { loadFactors } from '#server/authn/factor/load.ts'
import { markFactorGiven } from '#server/authn/factor/mark.ts'
import { sessionOf } from '#server/authn/sessions/session.ts'
import { isSignedBy } from '#server/journal/signer.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** A certificate key as it is brought: its name for the list, its public key, and a challenge signed with it. */
type NewKey = SignedText & { readonly name: string; readonly publicKey: string }

/** 登记证书密钥: whose it is, is shown by signing. UNAUTHENTICATED: the signature is not that of the key; REFUSED `key-taken`: somebody has it already. */
export async function addKey(context: Context, { name, publicKey, ...signed }: NewKey): Promise<z.infer<typeof SecondFactors>> {
  const { now } = context
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('factor:manage')
    const isOwn = (await takeChallenge(tx, sessionOf(actor).id, signed, now)) && isSignedBy(publicKey, signed.challenge, signed.signature)
    if (!isOwn) throw new AppError('UNAUTHENTICATED')
    const added = await tx
      .insertInto('certificateKey')
      .values({ id: context.newId(), accountId: actor.accountId, name, publicKey, addedAt: now })
      .onConflict((conflict) => conflict.column('publicKey').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) accepted(refuse('key-taken'))
    await markFactorGiven(tx, context)
    await record({ verb: 'factor.add-key', subject: { kind: 'account', id: actor.accountId }, after: { name, publicKey } })
    return loadFactors(tx, actor)
  })
}

/** 取消证书密钥. REFUSED `last-factor` where one is needed and there is no other. */
export async function removeKey(context: Context, { id }: { readonly id: string }): Promise<z.infer<typeof SecondFactors>> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('factor:manage')
    const removed = await tx
      .deleteFrom('certificateKey')
      .where('accountId', '=', actor.accountId)
      .where('id', '=', id)
      .returning(['name', 'publicKey'])
      .executeTakeFirst()
    if (removed === undefined) throw new AppError('NOT_FOUND')
    await record({ verb: 'factor.remove-key', subject: { kind: 'account', id: actor.accountId }, before: removed })
    return demandLastFactorStays(await loadFactors(tx, actor))
  })
}
