import type { ClosureView } from '#contract/closure.ts'
import type { Permission } from '#core/access/policy.ts'
import { afterStep, type ClosureLevel, type ClosureStep, notAsked } from '#core/closure/closure.ts'
import { levelsFor } from '#core/closure/settings.ts'
import type { Decider, Panel } from '#core/closure/panel.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import { subjectsSeen } from '#server/access/demand.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { type ClosureFacts, loadFacts, loadSubject, measure } from '#server/closure/facts.ts'
import { keepReplaced } from '#server/commitment/keep-replaced.ts'
import { deciderOf, loadSigners, panelOf, type SigningAccount } from '#server/closure/doers.ts'
import { refreshFindings } from '#server/finding-consequence/refresh.ts'
import { whoDecides, withSight } from '#server/closure/seeing.ts'
import { leadersOver } from '#server/dispatch/lead.ts'
import { freezeFile } from '#server/closure/freeze.ts'
import { type ClosureKey, loadClosure, loadLevels, type StoredClosure } from '#server/closure/stored.ts'
import { viewOf } from '#server/closure/view.ts'
import { refreshTerms } from '#server/counting/refresh-terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Who does something to a closure. */
export type Caller = Context & { readonly packs: readonly Pack[] }

/** Everything that is looked at before a step: all locked, and as of today. */
export interface Before {
  readonly stored: StoredClosure | null
  readonly facts: ClosureFacts
  readonly stage: string
  /** Under which it runs; of a request under which it will. */
  readonly levels: readonly ClosureLevel[]
  readonly signers: readonly SigningAccount[]
  /** Who leads what is done about it. */
  readonly over: ReadonlySet<string>
  readonly panel: Panel
  readonly me: Decider
  readonly isSeen: (subject: string) => boolean
  readonly scope: Scope
  readonly packs: readonly Pack[]
}

/** A step as a verb gives it; the rest is the same for all. */
export type Given = Pick<ClosureStep, 'kind'> &
  Partial<Pick<ClosureStep, 'note' | 'demands' | 'aim' | 'pinned' | 'signer' | 'heldOn' | 'minutes' | 'lifted'>>

/** Which closure as it was seen. `besides`: accounts that are asked to sign as well. */
interface Asked {
  readonly key: ClosureKey
  readonly version: number
  readonly besides?: readonly string[]
}

/** One step of one closure in a transaction that has asked for the permission: decided, kept, and the file frozen where it closes. */
export async function takeStep(
  tx: Tx,
  context: Caller,
  scope: Scope,
  asked: Asked,
  decide: (before: Before) => { readonly allowed: Outcome<unknown, string>; readonly step: Given },
): Promise<{ readonly view: ClosureView; readonly before: Before; readonly step: ClosureStep }> {
  const { jurisdictionId, accountId, name } = context.actor
  const before = await loadBefore(tx, context, scope, asked)
  const { allowed, step: given } = decide(before)
  accepted(allowed)
  const standing = before.stored?.standing
  const step: ClosureStep = {
    note: '',
    demands: [],
    aim: null,
    pinned: '',
    signer: null,
    heldOn: null,
    minutes: [],
    lifted: false,
    forAccount: before.me.forAccount ?? null,
    ...given,
    level: given.kind === 'request' ? 0 : (standing?.level ?? 0),
    account: accountId,
    by: name,
    at: context.now,
  }
  const id = before.stored?.id ?? context.newId()
  const steps = [...(before.stored?.steps ?? []), step]
  const levels = given.kind === 'request' ? before.levels : (before.stored?.levels ?? [])
  const after = { ...emptyStored(before, id), levels, steps }
  const stored: StoredClosure = { ...after, version: (before.stored?.version ?? 0) + 1, standing: afterAll(before, step, levels) }
  await saveClosure(tx, context, stored, before.stored === null)
  await saveStep(tx, jurisdictionId, id, steps.length, step)
  // what was ended runs on
  if (standing?.state === 'terminated' && given.kind === 'reopen')
    await refreshTerms(tx, jurisdictionId, before.facts.subject.planId, context.now)
  if (stored.standing.state === 'closed' && standing?.state !== 'closed') await freezeFile(tx, context, stored, before)
  const view = await viewOf(tx, { ...before, stored, actor: context.actor, asOf: context.asOf })
  return { view, before, step }
}

/** One step of one closure as a verb of its own. */
export async function act(
  context: Caller,
  { verb, permission }: { readonly verb: string; readonly permission: Permission },
  asked: Asked,
  decide: Parameters<typeof takeStep>[4],
): Promise<ClosureView> {
  return change(context, async ({ tx, allow, scope, record }) => {
    allow(permission)
    const { view, before, step } = await takeStep(tx, context, await scope(), asked, decide)
    await record({ verb, ...entryOf(view, before, step) })
    return view
  })
}

/** What the journal says of a step. */
export function entryOf(view: ClosureView, { stored, facts }: Before, step: ClosureStep) {
  return {
    subject: { kind: 'closure', id: view.id ?? '' },
    before: { state: stored?.standing.state ?? 'open', level: stored?.standing.level ?? 0 },
    after: { commitment: facts.subject.ref, stage: view.stage, state: view.state, step },
  }
}

/** What is looked at before a step, locked. CONFLICT where it has moved on since it was seen. */
export async function loadBefore(tx: Tx, context: Caller, scope: Scope, { key, version, besides = [] }: Asked): Promise<Before> {
  const { jurisdictionId } = context.actor
  const today = await lockOccurrences(tx, jurisdictionId, context.asOf)
  const stored = await loadClosure(tx, jurisdictionId, key, true)
  const place = stored ?? ('stage' in key ? key : null)
  if (place === null) throw new AppError('NOT_FOUND')
  const isSeen = await subjectsSeen(tx, scope, place.commitment)
  if ((stored?.version ?? 0) !== version) throw new AppError('CONFLICT', { version: stored?.version ?? 0 })
  const subject = await loadSubject(tx, jurisdictionId, place.commitment)
  const measured = await measure(tx, jurisdictionId, subject.id, today)
  const facts = await loadFacts(tx, jurisdictionId, { subject, stage: place.stage, measured, packs: context.packs })
  const { levels } = await loadLevels(tx, jurisdictionId)
  const at = { jurisdictionId, asOf: context.asOf }
  const own = levelsFor(levels, subject)
  const all = [...own, ...(stored?.levels ?? [])]
  const signers = await withSight(tx, at, subject.id, await loadSigners(tx, jurisdictionId, context.asOf), whoDecides(all, besides))
  const over = await leadersOver(tx, jurisdictionId, context.asOf, subject.id)
  const under = { levels: stored?.levels ?? [], signers, over }
  return {
    stored,
    facts,
    stage: place.stage,
    levels: own,
    signers,
    over,
    panel: await panelOf(tx, at, facts, under),
    me: await deciderOf(tx, context.actor, facts, signers),
    isSeen,
    scope,
    packs: context.packs,
  }
}

function emptyStored({ stored, facts, stage }: Before, id: string): Pick<StoredClosure, 'id' | 'commitment' | 'stage'> {
  const commitment: CommitmentId = stored?.commitment ?? facts.subject.id
  return { id, commitment, stage }
}

function afterAll({ stored }: Before, step: ClosureStep, levels: readonly ClosureLevel[]): StoredClosure['standing'] {
  return afterStep(stored?.standing ?? notAsked, step, levels)
}

/** Keeps how a closure stands, and says so in its row of the ledger and of the findings that led to it. */
export async function saveClosure(tx: Tx, { actor, now }: Context, stored: StoredClosure, isNew: boolean): Promise<void> {
  const { state, aim, level, reopened, extendedTo } = stored.standing
  const set = {
    version: stored.version,
    levels: JSON.stringify(stored.levels),
    state,
    aim: aim?.kind ?? null,
    level,
    reopened,
    extendedTo,
    changedAt: now,
    changedByName: actor.name,
  }
  const id = stored.id ?? ''
  await keepReplaced(tx, actor.jurisdictionId, [stored.commitment], now, ['closure'])
  await tx
    .updateTable('ledgerEntry')
    .set({ closure: state === 'open' ? null : state })
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('commitmentId', '=', stored.commitment)
    .execute()
  await (isNew
    ? tx
        .insertInto('closure')
        .values({ jurisdictionId: actor.jurisdictionId, id, commitmentId: stored.commitment, stage: stored.stage, ...set })
        .execute()
    : tx.updateTable('closure').set(set).where('jurisdictionId', '=', actor.jurisdictionId).where('id', '=', id).execute())
  await refreshFindings(tx, actor.jurisdictionId, [stored.commitment], now)
}

/** Keeps a step. */
export async function saveStep(tx: Tx, jurisdictionId: string, closureId: string, ordinal: number, step: ClosureStep): Promise<void> {
  const { by, demands, aim, minutes, ...rest } = step
  await tx
    .insertInto('closureStep')
    .values({
      jurisdictionId,
      closureId,
      ordinal,
      ...rest,
      byName: by,
      demands: JSON.stringify(demands),
      minutes: JSON.stringify(minutes),
      aim: aim === null ? null : JSON.stringify(aim),
    })
    .execute()
}
