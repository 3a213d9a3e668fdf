import type { DispatchView } from '#contract/dispatch.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { type Ground, loadGround } from '#server/dispatch/ground.ts'
import { loadEntry, loadLeads } from '#server/dispatch/load.ts'
import { holderOut, holderView, rowOf } from '#server/dispatch/rows.ts'
import { loadSteps, loadTasks } from '#server/dispatch/stored.ts'
import { tiersOf } from '#server/dispatch/tiers.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 分办与责任 of one commitment. */
export async function dispatchOf(context: Context, { commitment }: { readonly commitment: CommitmentId }): Promise<DispatchView> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('dispatch:read')
    return viewOf(tx, await scope(), await loadGround(tx, actor.jurisdictionId, context.asOf), commitment)
  })
}

/** What is shown of one commitment to who asks; NOT_FOUND where they do not see it. */
export async function viewOf(tx: Tx, scope: Scope, ground: Ground, commitment: CommitmentId): Promise<DispatchView> {
  const { jurisdictionId } = scope
  const { holders } = ground
  const entry = await loadEntry(tx, jurisdictionId, scope, commitment)
  const tasks = await loadTasks(tx, jurisdictionId, commitment)
  const steps = await loadSteps(tx, jurisdictionId, commitment)
  const tiers = tiersOf(entry, await loadLeads(tx, jurisdictionId, entry.planId), ground)
  const row = rowOf(entry, ground, scope, tasks.length)
  const shown = (party: typeof tiers.first) => (party === null ? null : holderView(party, holders))
  return {
    ...row,
    first: shown(tiers.first),
    lead: shown(tiers.lead),
    leadSource: tiers.leadSource,
    plan: tasks.map((task) => ({ ...task, whose: task.who === null ? '' : holders.of(task.who).names.join('、') })),
    steps: steps.map((step) => ({
      ...step,
      unit: step.org === null ? '' : holders.orgName(step.org),
      ownerWords: step.owner === null ? '' : wordsOf(holders.of(step.owner)),
    })),
    people: row.mayAnswer && entry.stored.org !== null ? holders.peopleOf(entry.stored.org).map(holderOut) : [],
  }
}

function wordsOf({ title, names }: { readonly title: string; readonly names: readonly string[] }): string {
  return [title, names.join('、')].filter((part) => part !== '').join(' ')
}
