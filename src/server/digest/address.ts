import type * as z from 'zod'
import type { digest as contract } from '#contract/digest.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DigestSettings } from '#server/digest/settings.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Address = z.output<NonNullable<(typeof contract.address)['~orpc']['outputSchema']>>
type Caller = Context & { readonly digest: DigestSettings }

/** Where one's own digest goes. */
export async function getAddress(context: Caller): Promise<Address> {
  return view(context, async ({ tx, allow }) => {
    allow('digest:address')
    return { ...(await loadAddress(tx, context)), ...context.digest }
  })
}

/** 设置提要邮箱: each their own. */
export async function setAddress(
  context: Caller,
  { email, isOn }: { readonly email: string | null; readonly isOn: boolean },
): Promise<Address> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('digest:address')
    const { jurisdictionId, accountId } = actor
    const before = await loadAddress(tx, context)
    if (email === null)
      await tx.deleteFrom('digestAddress').where('jurisdictionId', '=', jurisdictionId).where('accountId', '=', accountId).execute()
    else {
      const set = { email, isOn, changedAt: context.now }
      await tx
        .insertInto('digestAddress')
        .values({ jurisdictionId, accountId, ...set })
        .onConflict((conflict) => conflict.columns(['jurisdictionId', 'accountId']).doUpdateSet(set))
        .execute()
    }
    const after = { email, isOn: email !== null && isOn }
    await record({ verb: 'digest.set-address', subject: { kind: 'account', id: accountId }, before, after })
    return { ...after, ...context.digest }
  })
}

async function loadAddress(tx: Tx, { actor }: Context): Promise<Pick<Address, 'email' | 'isOn'>> {
  const row = await tx
    .selectFrom('digestAddress')
    .select(['email', 'isOn'])
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('accountId', '=', actor.accountId)
    .executeTakeFirst()
  return row ?? { email: null, isOn: false }
}
