import type { DispatchView } from '#contract/dispatch.ts'
import type { Permission } from '#core/access/policy.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { handOut, name, sendBack, settle } from '#core/dispatch/decisions.ts'
import type { Task } from '#core/dispatch/dispatch.ts'
import { keyOf, type Party } from '#core/roster/party.ts'
import { act, type Before, takeStep } from '#server/dispatch/act.ts'
import { loadGround } from '#server/dispatch/ground.ts'
import { refreshResponsibility } from '#server/dispatch/refresh.ts'
import { answeringOf } from '#server/dispatch/rows.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Seen {
  readonly commitment: CommitmentId
  readonly version: number
}
interface To {
  readonly org: string
  readonly supporting: readonly string[]
}
interface Named {
  readonly owner: Party
  readonly tasks: readonly Task[]
  readonly note: string
}

const factsOf = ({ ground }: Before) => ({ isConfirmed: true, orgs: new Set(ground.now.orgs.map(({ id }) => id)) })

/** 分办 of several, all or none. */
export async function handOutAll(
  context: Context,
  { items, note }: { readonly items: readonly (Seen & To)[]; readonly note: string },
): Promise<{ readonly dispatched: number }> {
  const done = await takeAll(context, 'dispatch:run', items, ({ org, supporting }, facts) => ({
    allowed: handOut(facts.stored, 'dispatch', { org, supporting, note }, factsOf(facts)),
    step: { verb: 'dispatch.dispatch', kind: 'dispatch', org, supporting, note },
  }))
  return { dispatched: done }
}

/** 签收 of several with the same owner, all or none. */
export async function confirmAll(
  context: Context,
  { items, owner, note }: { readonly items: readonly Seen[]; readonly owner: Party; readonly note: string },
): Promise<{ readonly confirmed: number }> {
  const done = await takeAll(context, 'dispatch:answer', items, (_, facts) => namingOf(facts, 'confirm', { owner, tasks: [], note }))
  return { confirmed: done }
}

/** The same step of several commitments, one after the other in one transaction. */
async function takeAll<Item extends Seen>(
  context: Context,
  permission: Permission,
  items: readonly Item[],
  decide: (item: Item, before: Before) => ReturnType<Parameters<typeof takeStep>[4]>,
): Promise<number> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow(permission)
    const before = { scope: await scope(), ground: await loadGround(tx, actor.jurisdictionId, context.asOf) }
    const plans = new Map<string, string[]>()
    // always in the same order: two who do it at once wait for each other instead of standing in each other's way
    for (const item of items.toSorted((a, b) => (a.commitment < b.commitment ? -1 : 1))) {
      const { entry, ...said } = await takeStep(tx, context, before, item, (facts) => decide(item, facts))
      plans.set(entry.planId, [...(plans.get(entry.planId) ?? []), item.commitment])
      await record(said)
    }
    for (const [planId, commitments] of plans)
      await refreshResponsibility(tx, actor.jurisdictionId, { planId, asOf: context.asOf, now: context.now, commitments }, before.ground)
    return items.length
  })
}

/** 改派 to another unit. */
export async function reassign(context: Context, input: Seen & To & { readonly note: string }): Promise<DispatchView> {
  const { org, supporting, note } = input
  return act(context, 'dispatch:run', input, (before) => ({
    allowed: handOut(before.stored, 'reassign', { org, supporting, note }, factsOf(before)),
    step: { verb: 'dispatch.reassign', kind: 'reassign', org, supporting, note },
  }))
}

/** 收回: nobody has it then. */
export async function withdraw(context: Context, input: Seen & { readonly note: string }): Promise<DispatchView> {
  const { note } = input
  return act(context, 'dispatch:run', input, ({ stored }) => ({
    allowed: settle(stored, 'withdraw', note),
    step: { verb: 'dispatch.withdraw', kind: 'withdraw', note },
  }))
}

/** 维持 what a unit refused. */
export async function insist(context: Context, input: Seen & { readonly note: string }): Promise<DispatchView> {
  const { note } = input
  return act(context, 'dispatch:run', input, ({ stored }) => ({
    allowed: settle(stored, 'insist', note),
    step: { verb: 'dispatch.insist', kind: 'insist', note },
  }))
}

/** 退回分办, by the unit's head. */
export async function refuseIt(context: Context, input: Seen & { readonly note: string }): Promise<DispatchView> {
  const { note } = input
  return act(context, 'dispatch:answer', input, ({ stored, scope, ground }) => ({
    allowed: sendBack(stored, answeringOf(stored.org, scope, ground), note),
    step: { verb: 'dispatch.refuse', kind: 'refuse', note },
  }))
}

/** 签收: the unit's head takes it on, names the owner and the steps. */
export async function confirmIt(context: Context, input: Seen & Named): Promise<DispatchView> {
  return naming(context, input, 'confirm')
}

/** 调整: another owner, other steps. */
export async function refineIt(context: Context, input: Seen & Named): Promise<DispatchView> {
  return naming(context, input, 'refine')
}

function naming(context: Context, input: Seen & Named, kind: 'confirm' | 'refine'): Promise<DispatchView> {
  return act(context, 'dispatch:answer', input, (before) => namingOf(before, kind, input))
}

function namingOf({ stored, entry, scope, ground }: Before, kind: 'confirm' | 'refine', { owner, tasks, note }: Named) {
  const facts = { who: answeringOf(stored.org, scope, ground), people: peopleOf(stored.org, ground), due: entry.due }
  return {
    allowed: name(stored, kind, { owner, tasks }, facts),
    step: { verb: kind === 'confirm' ? 'dispatch.confirm' : 'dispatch.refine', kind, owner, tasks, note },
  }
}

/** Who of a unit can be named: each by whichever party it is meant. */
function peopleOf(org: string | null, { holders, now }: Before['ground']): ReadonlySet<string> {
  if (org === null) return new Set()
  const posts = now.posts.filter((post) => holders.lineOf(post.org).includes(org))
  const held = now.holdings.filter(({ post }) => posts.some(({ id }) => id === post))
  return new Set(held.flatMap(({ post, person }) => [keyOf({ kind: 'post', id: post }), keyOf({ kind: 'person', id: person })]))
}
