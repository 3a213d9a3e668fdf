import type { ChangeItem, ChangeView } from '#contract/change.ts'
import { can } from '#core/access/policy.ts'
import { changeState } from '#core/change/change.ts'
import { agree, withdraw } from '#core/closure/decisions.ts'
import { isOf, turnOf } from '#core/closure/panel.ts'
import { beforeOf } from '#server/change/act.ts'
import type { StoredChange } from '#server/change/stored.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Actor, Context } from '#server/verb/context.ts'

/** What is shown of a request to who asks, with what they can do with it. */
export async function viewOf(tx: Tx, context: Context, stored: StoredChange): Promise<ChangeView> {
  const { actor } = context
  const { steps, standing, ground, panel, me } = await beforeOf(tx, context, stored)
  const who = { post: actor.post, mode: actor.mode }
  const { requestedByAccount: _, changedAt: __, ...shown } = stored
  return {
    ...shown,
    state: changeState(standing),
    level: standing.level,
    steps,
    pinned: ground.pinned,
    hasChanged: standing.state === 'requested' && standing.pinned !== ground.pinned,
    isMine: isMine(stored, actor),
    may: {
      agree: can(who, 'change:decide') && agree(standing, panel, me, standing.pinned).ok,
      meeting: can(who, 'change:enter-meeting') && standing.state === 'requested' && turnOf(standing, panel).kind === 'meeting',
      withdraw: withdraw(standing, actor.accountId).ok,
    },
  }
}

/** What the list shows of a request. */
export function itemOf(stored: StoredChange, actor: Actor): ChangeItem {
  const { requestedByAccount: _, version: __, levels, level, ...shown } = stored
  return { ...shown, role: stored.state === 'requested' ? (levels[level]?.role ?? null) : null, isMine: isMine(stored, actor) }
}

/** Whether it waits for whoever asks: they are of the level that decides now, and did not ask for it. */
export function isMine(
  { state, levels, level, requestedByAccount }: StoredChange,
  { accountId, post }: Pick<Actor, 'accountId' | 'post'>,
): boolean {
  const deciding = levels[level]
  return (
    state === 'requested' &&
    deciding !== undefined &&
    requestedByAccount !== accountId &&
    isOf(deciding, { account: accountId, post, isDoer: false })
  )
}
