import type * as z from 'zod'
import type { CountingView } from '#contract/record.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { loadCounting, type StoredCounting } from '#server/counting/load.ts'
import { demandCommitmentSeen } from '#server/access/demand.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** How a commitment was defined. */
export async function getCounting(context: Context, input: { readonly id: CommitmentId }): Promise<z.infer<typeof CountingView>> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('counting:read')
    await demandCommitmentSeen(tx, await scope(), input.id)
    const counting = await loadCounting(tx, actor.jurisdictionId, input.id)
    return counting === null
      ? { commitment: input.id, version: 0, definition: null, open: [], isComputable: false }
      : countingView(counting)
  })
}

/** A definition as callers see it. */
export function countingView({ commitment, version, definition, terms, open }: StoredCounting): z.infer<typeof CountingView> {
  return { commitment, version, definition, open, isComputable: terms !== null }
}
