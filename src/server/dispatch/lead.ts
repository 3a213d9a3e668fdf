import type { Day } from '#core/day/day.ts'
import { type Responsibility, responsibilityOf } from '#core/dispatch/responsibility.ts'
import type { PlanId } from '#core/plan/plan.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'
import type { Tx } from '#server/db/connect.ts'
import { type Ground, loadGround } from '#server/dispatch/ground.ts'
import { loadEntries, loadLeads, type PlanLeads } from '#server/dispatch/load.ts'
import { plannedLeader, tiersOf } from '#server/dispatch/tiers.ts'

/** 牵头领导 of a finding as of today. `canSign`: whether who stands behind it has an account of a leader. */
export interface Lead extends Pick<Responsibility, 'lead' | 'leadSource'> {
  readonly words: string
  readonly canSign: boolean
}

/** Who leads each finding of a plan: who claimed it, else whom the plan names, else the first responsible. */
export async function loadLeadsOf(
  tx: Tx,
  jurisdictionId: string,
  { planId, asOf }: { readonly planId: PlanId; readonly asOf: Day },
): Promise<(finding: { readonly key: string; readonly leaders: readonly string[] }) => Lead> {
  const ground = await loadGround(tx, jurisdictionId, asOf)
  const leads = await loadLeads(tx, jurisdictionId, planId)
  return ({ key, leaders }) => {
    const { first, claims } = leads
    const given = { first: first.party, claimed: claims.get(key)?.leader ?? null, planned: plannedLeader({ leaders }, ground), owner: null }
    const { lead, leadSource } = responsibilityOf(given, ground.holders)
    const behind = lead === null ? null : ground.holders.of(lead)
    const words = behind === null ? '' : [behind.title, behind.names.join('、')].filter((part) => part !== '').join(' ')
    return {
      lead,
      leadSource,
      words,
      canSign: lead !== null && peopleBehind(lead, ground).some((each) => ground.accounts.get(each) === 'leader'),
    }
  }
}

/** Who leads what is done about a commitment, as occurrences name their subjects: the first responsible, the lead leader, and the people behind them. */
export async function leadersOver(tx: Tx, jurisdictionId: string, asOf: Day, commitment: string): Promise<ReadonlySet<string>> {
  return (await leadersOverEach(tx, jurisdictionId, asOf, [commitment])).get(commitment) ?? NOBODY
}

/** The same of several commitments; those of which nobody leads anything yet are left out. */
export async function leadersOverEach(
  tx: Tx,
  jurisdictionId: string,
  asOf: Day,
  commitments: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const entries = await loadEntries(tx, jurisdictionId, null, { commitments })
  const plans = new Map<string, PlanLeads>()
  for (const planId of new Set(entries.map((entry) => entry.planId))) {
    const leads = await loadLeads(tx, jurisdictionId, planId)
    if (leads.first.party !== null || leads.claims.size > 0) plans.set(planId, leads)
  }
  if (plans.size === 0) return new Map()
  const ground = await loadGround(tx, jurisdictionId, asOf)
  return new Map(
    entries.flatMap((entry) => {
      const leads = plans.get(entry.planId)
      if (leads === undefined) return []
      const { first, lead } = tiersOf(entry, leads, ground)
      const over = [first, lead].flatMap((party) => party ?? [])
      const keys = over.flatMap((party) => [keyOf(party), ...peopleBehind(party, ground).flatMap((person) => keysOfPerson(person, ground))])
      return [[entry.commitment, new Set<string>(keys)] as const]
    }),
  )
}

/** A person and the posts they hold. */
function keysOfPerson(person: string, { now }: Ground): readonly PartyKey[] {
  const held = now.holdings.filter((each) => each.person === person)
  return [`person:${person}`, ...held.map(({ post }) => `post:${post}` as const)]
}

const NOBODY: ReadonlySet<string> = new Set()

/** Who holds a post, or the person themselves. */
export function peopleBehind(party: Party, { now }: Pick<Ground, 'now'>): readonly string[] {
  if (party.kind === 'person') return [party.id]
  return now.holdings.filter(({ post }) => post === party.id).map(({ person }) => person)
}
