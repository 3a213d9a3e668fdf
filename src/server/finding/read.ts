import type * as z from 'zod'
import type { finding as contract, FindingView } from '#contract/finding.ts'
import { can } from '#core/access/policy.ts'
import { isAspectClosed } from '#core/finding/finding.ts'
import { PlanId } from '#core/plan/plan.ts'
import { keyOf } from '#core/roster/party.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { type Lead, loadLeadsOf } from '#server/dispatch/lead.ts'
import { type LoadedFinding, loadFindings } from '#server/finding/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Actor, Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>
type View = z.infer<typeof FindingView>

/** 问题和方面: where each stands, in the order of the plan. */
export async function listFindings(context: Context, { planId: asked }: { readonly planId?: PlanId | undefined }): Promise<Listed> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('finding:read')
    const { jurisdictionId } = actor
    const seen = await scope()
    const rows = await tx
      .selectFrom('ledgerEntry')
      .select(({ fn }) => ['planId as id', fn.max('planTitle').as('title')])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('state', '=', 'confirmed')
      .groupBy('planId')
      .orderBy('planId', 'desc')
      .execute()
    const plans = rows.map(({ id, title }) => ({ id: PlanId.parse(id), title }))
    const planId = plans.find(({ id }) => id === asked)?.id ?? plans[0]?.id ?? null
    const findings = planId === null ? [] : await loadFindings(tx, jurisdictionId, { planId, today: context.asOf })
    const leadOf = planId === null ? null : await loadLeadsOf(tx, jurisdictionId, { planId, asOf: context.asOf })
    const aspects = [...Map.groupBy(findings, ({ aspect }) => aspect)].map(([title, some]) => ({
      title,
      isClosed: isAspectClosed(some.map(({ standing }) => standing)),
      findings: some.map((each) => ({
        key: each.key,
        title: each.title,
        lead: leadWords(leadOf?.(each) ?? NO_LEAD, seen, actor, each),
        ...figuresOf(each.standing),
      })),
    }))
    return { plans, planId, aspects }
  })
}

/** One finding with its measures and what was done. */
export async function getFinding(
  context: Context,
  { planId, finding }: { readonly planId: PlanId; readonly finding: string },
): Promise<View> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('finding:read')
    const found = await findFinding(tx, context, { planId, finding })
    return viewOf(tx, context, await scope(), planId, found)
  })
}

/** A finding of a plan; NOT_FOUND where it has none so. */
export async function findFinding(
  tx: Tx,
  { actor: { jurisdictionId }, asOf }: Context,
  { planId, finding }: { readonly planId: PlanId; readonly finding: string },
  lock = false,
): Promise<LoadedFinding> {
  const found = (await loadFindings(tx, jurisdictionId, { planId, today: asOf }, lock)).find(({ key }) => key === finding)
  if (found === undefined) throw new AppError('NOT_FOUND')
  return found
}

const NO_LEAD: Lead = { lead: null, leadSource: 'general', words: '', canSign: false }

/**
 * Whether whoever asks leads the finding: they claimed it; the plan names them; or they answer for the whole. Where that is nobody who could sign in, every leader may
 * speak for them, and the meeting decides as ever.
 */
export function leadsFinding(
  { post, names, self }: Pick<Scope, 'post' | 'names' | 'self'>,
  { acting }: Pick<Actor, 'acting'>,
  { lead, leadSource, canSign }: Lead,
  { leaders }: Pick<LoadedFinding, 'leaders'>,
): boolean {
  if (post !== 'leader') return false
  if (lead === null || !canSign) return true
  const own = new Set<string>([...self, ...(acting === undefined ? [] : [`post:${acting.orgPost}`])])
  return own.has(keyOf(lead)) || (leadSource === 'plan' && leaders.some((name) => names.leader.includes(name)))
}

function leadWords(lead: Lead, scope: Scope, actor: Actor, found: LoadedFinding) {
  return {
    words: lead.words,
    source: lead.leadSource,
    isMe: lead.lead !== null && leadsFinding(scope, actor, { ...lead, canSign: true }, found),
  }
}

/** What is shown of a finding. */
export async function viewOf(tx: Tx, { actor, asOf }: Context, scope: Scope, planId: PlanId, loaded: LoadedFinding): Promise<View> {
  const { key, aspect, title, steps, standing, list } = loaded
  const lead = (await loadLeadsOf(tx, actor.jurisdictionId, { planId, asOf }))(loaded)
  const { title: plan } = await tx
    .selectFrom('plan')
    .select('title')
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const { state, effect, decision } = standing
  return {
    key,
    planId,
    plan,
    aspect,
    title,
    lead: leadWords(lead, scope, actor, loaded),
    ...figuresOf(standing),
    version: steps.length,
    effect,
    decision,
    steps,
    list,
    may: {
      state:
        can(actor, 'finding:state') &&
        leadsFinding(scope, actor, lead, loaded) &&
        (state === 'ready' || state === 'stated' || state === 'returned'),
      decide: can(actor, 'finding:decide') && state === 'stated' && effect?.account !== actor.accountId,
    },
  }
}

function figuresOf({ state, measures, ended, terminated, takenBack }: LoadedFinding['standing']) {
  return { state, measures, ended, terminated, takenBack }
}
