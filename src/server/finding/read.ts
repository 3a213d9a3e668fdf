import type * as z from 'zod'
import type { finding as contract, FindingView } from '#contract/finding.ts'
import { can } from '#core/access/policy.ts'
import { isAspectClosed } from '#core/finding/finding.ts'
import { PlanId } from '#core/plan/plan.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { type LoadedFinding, loadFindings } from '#server/finding/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Actor, Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>
type View = z.infer<typeof FindingView>

/** 问题和方面: where each stands, in the order of the plan. */
export async function listFindings(context: Context, { planId: asked }: { readonly planId?: PlanId | undefined }): Promise<Listed> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow }) => {
    allow('finding:read')
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
    const aspects = [...Map.groupBy(findings, ({ aspect }) => aspect)].map(([title, some]) => ({
      title,
      isClosed: isAspectClosed(some.map(({ standing }) => standing)),
      findings: some.map(({ key, title: words, leaders, standing }) => ({ key, title: words, leaders, ...figuresOf(standing) })),
    }))
    return { plans, planId, aspects }
  })
}

/** One finding with its measures and what was done. */
export async function getFinding(
  context: Context,
  { planId, finding }: { readonly planId: PlanId; readonly finding: string },
): Promise<View> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('finding:read')
    const found = await findFinding(tx, context, { planId, finding })
    return viewOf(tx, actor, await scope(), planId, found)
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

/** Whether whoever asks leads the finding: it names them; where it names nobody, every leader does, as the secretary answers for the whole. */
export function leadsFinding({ post, names }: Scope, { leaders }: Pick<LoadedFinding, 'leaders'>): boolean {
  return post === 'leader' && (leaders.length === 0 || leaders.some((name) => names.leader.includes(name)))
}

/** What is shown of a finding. */
export async function viewOf(tx: Tx, actor: Actor, scope: Scope, planId: PlanId, loaded: LoadedFinding): Promise<View> {
  const { key, aspect, title, leaders, steps, standing, list } = loaded
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
    leaders,
    ...figuresOf(standing),
    version: steps.length,
    effect,
    decision,
    steps,
    list,
    may: {
      state:
        can(actor, 'finding:state') && leadsFinding(scope, loaded) && (state === 'ready' || state === 'stated' || state === 'returned'),
      decide: can(actor, 'finding:decide') && state === 'stated' && effect?.account !== actor.accountId,
    },
  }
}

function figuresOf({ state, measures, ended, terminated, takenBack }: LoadedFinding['standing']) {
  return { state, measures, ended, terminated, takenBack }
}
