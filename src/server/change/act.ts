import type { ChangeView } from '#contract/change.ts'
import type { Permission } from '#core/access/policy.ts'
import { changeStanding, changeState, type ChangeStep } from '#core/change/change.ts'
import type { ClosureStanding } from '#core/closure/closure.ts'
import type { Decider, Panel } from '#core/closure/panel.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { type ChangeGround, loadGround } from '#server/change/ground.ts'
import { applyGranted } from '#server/change/apply.ts'
import { loadChanges, loadCourse, type StoredChange } from '#server/change/stored.ts'
import { viewOf } from '#server/change/view.ts'
import { deciderOf, loadSigners, panelOf } from '#server/closure/doers.ts'
import { whoDecides, withSight } from '#server/closure/seeing.ts'
import type { Tx } from '#server/db/connect.ts'
import { leadersOver } from '#server/dispatch/lead.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** What is looked at before a step: all locked. */
export interface Before {
  readonly stored: StoredChange
  readonly steps: readonly ChangeStep[]
  readonly standing: ClosureStanding
  readonly ground: ChangeGround
  readonly panel: Panel
  readonly me: Decider
}

type Given = Pick<ChangeStep, 'kind'> & Partial<Pick<ChangeStep, 'note' | 'pinned' | 'heldOn' | 'minutes' | 'lifted'>>

/** One step of one request as a verb of its own; where it is granted, what follows from it happens in the same transaction. */
export async function act(
  context: Context,
  { verb, permission }: { readonly verb: string; readonly permission: Permission },
  {
    id,
    version,
    minutes = async () => [],
  }: {
    readonly id: string
    readonly version: number
    /** Loads the files of a meeting. */
    readonly minutes?: (tx: Tx, seen: Scope) => Promise<ChangeStep['minutes']>
  },
  decide: (before: Before, files: ChangeStep['minutes']) => { readonly allowed: Outcome<unknown, string>; readonly step: Given },
): Promise<ChangeView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow(permission)
    const { jurisdictionId } = actor
    const seen = await scope()
    const [found] = await loadChanges(tx, seen, { id })
    if (found === undefined) throw new AppError('NOT_FOUND')
    await lockGround(tx, context, found)
    const [stored] = await loadChanges(tx, seen, { id })
    if (stored === undefined) throw new AppError('NOT_FOUND')
    if (stored.version !== version) throw new AppError('CONFLICT', { version: stored.version })
    const before = await beforeOf(tx, context, stored)
    const { allowed, step: given } = decide(before, await minutes(tx, seen))
    accepted(allowed)
    const step = stepOf(context, before, given)
    const steps = [...before.steps, step]
    const standing = changeStanding(steps, stored.levels)
    const state = changeState(standing)
    await saveStep(tx, jurisdictionId, id, steps.length, step)
    await tx
      .updateTable('changeRequest')
      .set({ version: version + 1, state, level: standing.level, changedAt: context.now })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    if (state === 'granted') await applyGranted(tx, context, { stored, steps, ground: before.ground })
    await record({
      verb,
      subject: { kind: 'change', id },
      before: { state: stored.state, level: stored.level },
      after: { commitment: stored.ref, asked: stored.proposal.asked, state, step },
    })
    const [after] = await loadChanges(tx, seen, { id })
    return viewOf(tx, context, after ?? stored)
  })
}

/** No record is written, and nothing of the plan is changed, while it is decided. */
async function lockGround(tx: Tx, context: Context, { commitment }: StoredChange): Promise<void> {
  const { jurisdictionId } = context.actor
  const { planId } = await tx
    .selectFrom('commitment')
    .select('planId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', commitment)
    .executeTakeFirstOrThrow()
  await lockPlan(tx, jurisdictionId, planId)
  await lockOccurrences(tx, jurisdictionId, context.asOf)
}

/** Who sits over a request, and how whoever asks stands to it. */
export async function beforeOf(tx: Tx, context: Context, stored: StoredChange): Promise<Before> {
  const { jurisdictionId } = context.actor
  const ground = await loadGround(tx, jurisdictionId, stored.commitment, context.asOf)
  const at = { jurisdictionId, asOf: context.asOf }
  const everybody = await loadSigners(tx, jurisdictionId, context.asOf)
  const signers = await withSight(tx, at, stored.commitment, everybody, whoDecides(stored.levels))
  const over = await leadersOver(tx, jurisdictionId, context.asOf, stored.commitment)
  const panel = await panelOf(tx, at, ground, { levels: stored.levels, signers, over })
  const me = await deciderOf(tx, context.actor, ground, signers)
  return { stored, ground, panel, me, ...(await loadCourse(tx, jurisdictionId, stored)) }
}

function stepOf({ actor, now }: Context, { standing, me }: Before, given: Given): ChangeStep {
  return {
    level: standing.level,
    account: actor.accountId,
    by: actor.name,
    at: now,
    note: '',
    pinned: '',
    heldOn: null,
    minutes: [],
    lifted: false,
    forAccount: me.forAccount ?? null,
    ...given,
  }
}

/** Keeps a step. */
export async function saveStep(tx: Tx, jurisdictionId: string, changeId: string, ordinal: number, step: ChangeStep): Promise<void> {
  const { by, minutes, ...rest } = step
  await tx
    .insertInto('changeStep')
    .values({ jurisdictionId, changeId, ordinal, ...rest, minutes: JSON.stringify(minutes), byName: by })
    .execute()
}
