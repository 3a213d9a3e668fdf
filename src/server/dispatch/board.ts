import type { ClaimView, DispatchBoard } from '#contract/dispatch.ts'
import { suggestLeaders, suggestUnit } from '#core/dispatch/suggest.ts'
import type { PlanId } from '#core/plan/plan.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { countTasks } from '#server/dispatch/stored.ts'
import { type Ground, loadGround, partyOfActor } from '#server/dispatch/ground.ts'
import { type DispatchEntry, loadEntries, loadLeads, type PlanLeads } from '#server/dispatch/load.ts'
import { holderView, rowOf, unitOf } from '#server/dispatch/rows.ts'
import { plannedLeader } from '#server/dispatch/tiers.ts'
import { summaries } from '#server/plan/list.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** So many rows are shown; the counts are of all. */
const MOST = 1000

/** 认领与分办 of a plan: what leaders may claim, what waits for the office, what a unit is to confirm. */
export async function dispatchBoard(context: Context, input: { readonly plan?: PlanId | undefined }): Promise<DispatchBoard> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('dispatch:read')
    const { jurisdictionId } = actor
    const seen = await scope()
    const plans = (await summaries(tx, seen, null)).filter(({ confirmed }) => confirmed > 0).map(({ id, title }) => ({ id, title }))
    const plan = input.plan ?? plans[0]?.id ?? null
    if (input.plan !== undefined && !plans.some(({ id }) => id === input.plan)) throw new AppError('NOT_FOUND')
    const ground = await loadGround(tx, jurisdictionId, context.asOf)
    const me = partyOfActor(actor, ground)
    const leads = plan === null ? NONE : await loadLeads(tx, jurisdictionId, plan)
    const entries = plan === null ? [] : await loadEntries(tx, jurisdictionId, seen, { plan })
    const tasks = plan === null ? new Map<string, number>() : await countTasks(tx, jurisdictionId, plan)
    const rows = entries.map((entry) => rowOf(entry, ground, seen, tasks.get(entry.commitment) ?? 0))
    const claims = seen.seesLedger ? claimsOf(entries, { leads, ground, seen, me }) : []
    const own = seen.post === 'unit' ? rows.filter(({ role }) => role === 'lead') : rows
    const count = (...states: readonly string[]): number => own.filter(({ state }) => states.includes(state)).length
    const isOffice = seen.post === 'office'
    return {
      plans,
      plan,
      first: {
        version: leads.first.version,
        holder: leads.first.party === null ? null : holderView(leads.first.party, ground.holders),
        suggested: isOffice ? topHeads(ground).map((party) => holderView(party, ground.holders)) : [],
      },
      claims,
      rows: rows.slice(0, MOST),
      total: rows.length,
      counts: {
        unclaimed: claims.filter(({ leader }) => leader === null || leader.isVacant).length,
        waiting: count('waiting'),
        dispatched: count('dispatched', 'insisted'),
        refused: count('refused'),
        confirmed: count('confirmed'),
        vacant: own.filter(({ state, owner }) => state === 'confirmed' && owner?.isVacant === true).length,
      },
      units: isOffice ? ground.now.orgs.map(({ id }) => unitOf(id, ground.holders)) : [],
      leaders: isOffice ? leadersOf(ground).map((party) => holderView(party, ground.holders)) : [],
      me,
    }
  })
}

const NONE: PlanLeads = { first: { version: 0, party: null }, claims: new Map() }

/** The findings in the order of the plan, each with who has it and for whom it may be. */
function claimsOf(
  entries: readonly DispatchEntry[],
  { leads, ground, seen, me }: { readonly leads: PlanLeads; readonly ground: Ground; readonly seen: Scope; readonly me: Party | null },
): readonly ClaimView[] {
  const { holders } = ground
  const self = new Set<PartyKey>([...seen.self, ...(me === null ? [] : [keyOf(me)])])
  return [...Map.groupBy(entries, ({ finding }) => finding)].map(([finding, some]) => {
    const stored = leads.claims.get(finding)
    const leader = stored?.leader ?? null
    const planned = some.map((entry) => plannedLeader(entry, ground)).find((party) => party !== null) ?? null
    const orgs = [
      ...new Set(
        some.flatMap((entry) => {
          const suggested = suggestUnit({ leadOrgs: entry.leads, supportingOrgs: [] }, ground.named.unit)
          return entry.stored.org ?? suggested?.org ?? []
        }),
      ),
    ]
    return {
      finding,
      aspect: some[0]?.aspect ?? '',
      words: some[0]?.findingWords ?? '',
      commitments: some.length,
      version: stored?.version ?? 0,
      leader: leader === null ? null : holderView(leader, holders),
      suggested: suggestLeaders({ orgs, planned }, ground.now.relations, holders).map(({ leader: party, why, orgs: units }) => ({
        leader: holderView(party, holders),
        why,
        units: units.map(holders.orgName),
        isMe: self.has(keyOf(party)),
      })),
      isMine: leader !== null && self.has(keyOf(leader)),
      changedBy: stored?.changedBy ?? null,
    }
  })
}

/** 主要负责人 of what nothing stands above: one of them answers for the whole. */
function topHeads({ now }: Ground): readonly Party[] {
  const tops = new Set(now.terms.filter(({ parent }) => parent === null).map(({ org }) => org))
  return now.posts.filter(({ org, isHead }) => isHead && tops.has(org)).map(({ id }) => ({ kind: 'post', id }))
}

/** 院领导: who looks after orgs, and the heads at the top. */
function leadersOf(ground: Ground): readonly Party[] {
  const parties = [...topHeads(ground), ...ground.now.relations.map(({ leader }) => leader)]
  return [...new Map(parties.map((party) => [keyOf(party), party])).values()].filter((party) => !ground.holders.of(party).isVacant)
}
