import type * as z from 'zod'
import type { change as contract, ChangeView } from '#contract/change.ts'
import { can } from '#core/access/policy.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import { loadGround } from '#server/change/ground.ts'
import { countChanges, loadChanges } from '#server/change/stored.ts'
import { itemOf, viewOf } from '#server/change/view.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>
type OfCommitment = z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>

const MOST = 500

/** 延期、调整、终止: what waits for whoever asks first. */
export async function listChanges(context: Context): Promise<Listed> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('change:read')
    const seen = await scope()
    const items = (await loadChanges(tx, seen, { limit: MOST })).map((stored) => itemOf(stored, actor))
    return { items: items.toSorted((a, b) => Number(b.isMine) - Number(a.isMine)), total: await countChanges(tx, seen, {}) }
  })
}

/** The changes of a commitment, and what holds of it now. */
export async function changesOf(context: Context, { commitment }: { readonly commitment: CommitmentId }): Promise<OfCommitment> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('change:read')
    const seen = await scope()
    await demandCommitmentSeen(tx, seen, commitment)
    const { facts, originalDue, extensions, unit } = await loadGround(tx, actor.jurisdictionId, commitment, context.asOf)
    const items: ChangeView[] = []
    for (const stored of await loadChanges(tx, seen, { commitment })) items.push(await viewOf(tx, context, stored))
    const { due, wording, value, closure, isConfirmed, isRunning } = facts
    const isOpen = isConfirmed && !isRunning && (closure === 'open' || closure === 'returned')
    return { items, originalDue, due, extensions, wording, value, unit, closure, mayAsk: isOpen && can(actor, 'change:ask') }
  })
}
