import { type Responsibility, responsibilityOf } from '#core/dispatch/responsibility.ts'
import { type Party, partyOf } from '#core/roster/party.ts'
import type { Ground } from '#server/dispatch/ground.ts'
import type { DispatchEntry, PlanLeads } from '#server/dispatch/load.ts'

/** The leader the plan itself names first for a row, where that name means one post or person of today. */
export function plannedLeader({ leaders }: Pick<DispatchEntry, 'leaders'>, { named }: Pick<Ground, 'named'>): Party | null {
  for (const name of leaders) {
    const [only, ...more] = named.leader.get(name) ?? []
    const party = only === undefined || more.length > 0 ? null : partyOf(only)
    if (party !== null && party.kind !== 'org') return party
  }
  return null
}

/** 责任三级 of a row. */
export function tiersOf(entry: DispatchEntry, leads: PlanLeads, ground: Ground): Responsibility {
  return responsibilityOf(
    {
      first: leads.first.party,
      claimed: leads.claims.get(entry.finding)?.leader ?? null,
      planned: plannedLeader(entry, ground),
      owner: entry.stored.owner,
    },
    ground.holders,
  )
}
