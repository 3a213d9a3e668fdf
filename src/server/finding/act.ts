import type * as z from 'zod'
import type { FindingView } from '#contract/finding.ts'
import { Day } from '#core/day/day.ts'
import { decideFinding, stateEffect } from '#core/finding/decisions.ts'
import { findingStanding, type FindingStep, restsOn } from '#core/finding/finding.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { PlanId } from '#core/plan/plan.ts'
import { RecordId } from '#core/record/record.ts'
import { demandRecordSeen, recordSight } from '#server/access/records.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadLeadsOf } from '#server/dispatch/lead.ts'
import type { LoadedFinding } from '#server/finding/load.ts'
import { findFinding, leadsFinding, viewOf } from '#server/finding/read.ts'
import { accepted } from '#server/plan/accepted.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type View = z.infer<typeof FindingView>
interface Seen {
  readonly planId: PlanId
  readonly finding: string
  readonly version: number
}
type Given = Pick<FindingStep, 'kind' | 'words' | 'meeting' | 'heldOn'>

/** 整改成效, in the words of the leader who leads the finding. */
export async function stateTheEffect(context: Context, input: Seen & { readonly words: string }): Promise<View> {
  const { words } = input
  return act(context, { verb: 'finding.state', permission: 'finding:state' }, input, async (found, { tx, scope }) => {
    const lead = (await loadLeadsOf(tx, context.actor.jurisdictionId, { planId: input.planId, asOf: context.asOf }))(found)
    accepted(stateEffect(found.standing, { words, isLeading: leadsFinding(scope, context.actor, lead, found) }))
    return { kind: 'state', words, meeting: null, heldOn: null }
  })
}

/** 领导小组会议决定, entered by the office with the record of the meeting. */
export async function enterDecision(
  context: Context & { readonly packs: readonly Pack[] },
  input: Seen & { readonly kind: 'close' | 'return'; readonly words: string; readonly meeting: RecordId },
): Promise<View> {
  const { kind, words, meeting } = input
  return act(context, { verb: 'finding.decide', permission: 'finding:decide' }, input, async (found, { tx, scope }) => {
    await demandRecordSeen(tx, await recordSight(tx, scope, context.packs), meeting)
    const { heldOn, files } = await loadMeeting(tx, context, meeting)
    const { effect } = found.standing
    const unconfirmed = await countDrafts(tx, context, input.planId, found)
    const statedOn = effect === null ? context.asOf : dayInShanghai(effect.at)
    const facts = { kind, words, account: context.actor.accountId, heldOn, today: context.asOf, statedOn, files, unconfirmed }
    accepted(decideFinding(found.standing, facts))
    return { kind, words, meeting, heldOn }
  })
}

/** One step about a finding: everything under it is locked, as the caller saw it. */
async function act(
  context: Context,
  { verb, permission }: { readonly verb: string; readonly permission: 'finding:state' | 'finding:decide' },
  { planId, finding, version }: Seen,
  decide: (found: LoadedFinding, by: { readonly tx: Tx; readonly scope: Scope }) => Promise<Given>,
): Promise<View> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow(permission)
    const sight = await scope()
    const found = await findFinding(tx, context, { planId, finding }, true)
    if (found.steps.length !== version) throw new AppError('CONFLICT', { version: found.steps.length })
    const given = await decide(found, { tx, scope: sight })
    const step: FindingStep = {
      ...given,
      account: actor.accountId,
      by: actor.name,
      at: context.now,
      pinned: restsOn(found.measures),
    }
    const { by, ...rest } = step
    await tx
      .insertInto('findingStep')
      .values({ jurisdictionId: actor.jurisdictionId, planId, finding, ordinal: version + 1, ...rest, byName: by })
      .execute()
    const steps = [...found.steps, step]
    const after = { ...found, steps, standing: findingStanding(steps, found.measures) }
    await record({
      verb,
      subject: { kind: 'plan', id: planId },
      before: { finding, state: found.standing.state },
      after: { finding, aspect: found.aspect, title: found.title, state: after.standing.state, step },
    })
    return viewOf(tx, context, sight, planId, after)
  })
}

/** When the meeting of a record was held, and how many files prove it. NOT_FOUND where the record was not filed. */
async function loadMeeting(tx: Tx, { actor: { jurisdictionId } }: Context, id: RecordId): Promise<{ heldOn: Day; files: number }> {
  const row = await tx
    .selectFrom('recordRevision')
    .select('toDay')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .where('isStanding', '=', true)
    .where('state', 'in', ['submitted', 'accepted'])
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  const { count } = await tx
    .selectFrom('evidenceLink')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'record')
    .where('subjectId', '=', id)
    .where('unlinkedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { heldOn: Day.parse(row.toDay), files: Number(count) }
}

/** Measures under a finding that nobody has confirmed. */
async function countDrafts(
  tx: Tx,
  { actor: { jurisdictionId } }: Context,
  planId: string,
  { aspect, title }: LoadedFinding,
): Promise<number> {
  const { count } = await tx
    .selectFrom('ledgerEntry')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where('aspect', '=', aspect)
    .where('finding', '=', title)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow()
  return Number(count)
}
