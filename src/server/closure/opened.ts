import { loadClosure } from '#server/closure/stored.ts'
import { subjectsSeen } from '#server/access/demand.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 已阅: somebody has opened what was asked for, as it stood. */
export async function noteOpened(
  context: Context,
  { id, pinned }: { readonly id: string; readonly pinned: string },
): Promise<{ readonly id: string }> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('closure:decide')
    const { jurisdictionId, accountId } = actor
    const stored = await loadClosure(tx, jurisdictionId, { id })
    if (stored === null) throw new AppError('NOT_FOUND')
    await subjectsSeen(tx, await scope(), stored.commitment)
    const seen = { pinned, at: context.now }
    await tx
      .insertInto('closureOpened')
      .values({ jurisdictionId, closureId: id, account: accountId, ...seen })
      .onConflict((conflict) => conflict.columns(['jurisdictionId', 'closureId', 'account']).doUpdateSet(seen))
      .execute()
    await record({ verb: 'closure.open', subject: { kind: 'closure', id }, after: { pinned } })
    return { id }
  })
}

/** What somebody has opened of some closures, and as it stood then: its digest by the id of the closure. */
export async function openedBy(
  tx: Tx,
  { actor }: Pick<Context, 'actor'>,
  items: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('closureOpened')
    .select(['closureId', 'pinned'])
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('account', '=', actor.accountId)
    .where(
      'closureId',
      'in',
      items.map(({ id }) => id),
    )
    .execute()
  return new Map(rows.map(({ closureId, pinned }) => [closureId, pinned]))
}
