import type { DispatchView } from '#contract/dispatch.ts'
import type { Permission } from '#core/access/policy.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { afterStep, type DispatchStep } from '#core/dispatch/dispatch.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { keyOf } from '#core/roster/party.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { type Ground, loadGround } from '#server/dispatch/ground.ts'
import { type DispatchEntry, loadEntry } from '#server/dispatch/load.ts'
import { viewOf } from '#server/dispatch/one.ts'
import { refreshResponsibility } from '#server/dispatch/refresh.ts'
import { lockDispatch, saveDispatch, type StoredDispatch } from '#server/dispatch/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Everything a step is decided by: locked, and as of today. */
export interface Before {
  readonly stored: StoredDispatch
  readonly entry: DispatchEntry
  readonly ground: Ground
  readonly scope: Scope
}

/** A step as a verb gives it, with its name in the journal; the rest is the same for all. */
type Given = Pick<DispatchStep, 'kind'> & { readonly verb: string } & Partial<
    Pick<DispatchStep, 'note' | 'org' | 'supporting' | 'owner' | 'tasks'>
  >

interface Asked {
  readonly commitment: CommitmentId
  readonly version: number
}

/** One step of one commitment, in a transaction that has asked for the permission. Gives what the journal says of it. */
export async function takeStep(
  tx: Tx,
  context: Context,
  { scope, ground }: Pick<Before, 'scope' | 'ground'>,
  asked: Asked,
  decide: (before: Before) => { readonly allowed: Outcome<unknown, string>; readonly step: Given },
) {
  const { jurisdictionId, accountId, name } = context.actor
  const entry = await loadEntry(tx, jurisdictionId, scope, asked.commitment)
  const stored = await lockDispatch(tx, context, { id: asked.commitment, planId: entry.planId, version: asked.version })
  const {
    allowed,
    step: { verb, ...given },
  } = decide({ stored, entry, ground, scope })
  accepted(allowed)
  const step: DispatchStep = {
    note: '',
    org: null,
    supporting: [],
    owner: null,
    tasks: [],
    ...given,
    account: accountId,
    by: name,
    at: context.now,
  }
  const after = afterStep(stored, step)
  await saveDispatch(tx, context, asked.commitment, { before: stored, after, step })
  return { entry, verb, ...entryOf(entry, stored, after, ground) }
}

/** One step of one commitment as a verb of its own. */
export async function act(
  context: Context,
  permission: Permission,
  asked: Asked,
  decide: Parameters<typeof takeStep>[4],
): Promise<DispatchView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow(permission)
    const seen = await scope()
    const ground = await loadGround(tx, actor.jurisdictionId, context.asOf)
    const { entry, ...said } = await takeStep(tx, context, { scope: seen, ground }, asked, decide)
    await refreshResponsibility(
      tx,
      actor.jurisdictionId,
      { planId: entry.planId, asOf: context.asOf, now: context.now, commitments: [asked.commitment] },
      ground,
    )
    await record(said)
    return viewOf(tx, seen, ground, asked.commitment)
  })
}

type Standing = Pick<StoredDispatch, 'state' | 'org' | 'supporting' | 'owner' | 'tasks' | 'note'>

function entryOf(entry: DispatchEntry, before: Standing, after: Standing, { holders }: Ground) {
  const said = ({ state, org, supporting, owner, tasks, note }: Standing) => ({
    ref: entry.ref,
    state,
    unit: org === null ? null : holders.orgName(org),
    supporting: supporting.map(holders.orgName),
    owner: owner === null ? null : keyOf(owner),
    tasks,
    note,
  })
  return { subject: { kind: 'dispatch', id: entry.commitment }, before: said(before), after: said(after) }
}
