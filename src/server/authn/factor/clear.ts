import { refuse } from '#core/outcome/outcome.ts'
import { endSessions } from '#server/authn/sessions/session.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 清除第二重验证 of somebody else who lost theirs: every session of the account ends. Nobody clears their own (REFUSED `own-account`). */
export async function clearFactors(context: Context, { id }: { readonly id: string }): Promise<void> {
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('account:clear-factors')
    const account = await tx
      .selectFrom('account')
      .select('id')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (account === undefined) throw new AppError('NOT_FOUND')
    if (id === actor.accountId) accepted(refuse('own-account'))
    await tx.deleteFrom('totp').where('accountId', '=', id).execute()
    await tx.deleteFrom('printedCode').where('accountId', '=', id).execute()
    await tx.deleteFrom('certificateKey').where('accountId', '=', id).execute()
    await endSessions(tx, id)
    await record({ verb: 'account.clear-factors', subject: { kind: 'account', id } })
  })
}
