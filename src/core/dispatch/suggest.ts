import type { Holders } from '#core/dispatch/holder.ts'
import type { Relation, RelationKind } from '#core/org/organisation.ts'
import { keyOf, type Party, type PartyKey, partyOf } from '#core/roster/party.ts'

/** Where the plan itself sends a commitment: its lead unit and those beside it. `unknown`: names of the plan that mean no unit of today. */
export interface UnitSuggestion {
  readonly org: string
  readonly supporting: readonly string[]
  readonly unknown: readonly string[]
}

/** The first unit that the plan names leads, the others support. Null where it names none that is known: then a person decides. */
export function suggestUnit(
  named: { readonly leadOrgs: readonly string[]; readonly supportingOrgs: readonly string[] },
  meant: ReadonlyMap<string, readonly PartyKey[]>,
): UnitSuggestion | null {
  const orgsOf = (name: string): readonly string[] =>
    (meant.get(name) ?? []).flatMap((key) => {
      const party = partyOf(key)
      return party?.kind === 'org' ? [party.id] : []
    })
  const [org, ...beside] = [...new Set(named.leadOrgs.flatMap(orgsOf))]
  if (org === undefined) return null
  const supporting = [...new Set([...beside, ...named.supportingOrgs.flatMap(orgsOf)])].filter((each) => each !== org)
  const unknown = [...named.leadOrgs, ...named.supportingOrgs].filter((name) => orgsOf(name).length === 0)
  return { org, supporting, unknown }
}

/** Who might claim a finding, and why: the plan names them, or an org of its commitments is in their charge (分管) or their contact unit (联系点). */
export interface LeaderSuggestion {
  readonly leader: Party
  readonly why: 'plan' | RelationKind
  readonly orgs: readonly string[]
}

/** Leaders for whom a finding may be theirs, those first who look after most of its units. `relations`: as of the day. */
export function suggestLeaders(
  { orgs, planned }: { readonly orgs: readonly string[]; readonly planned: Party | null },
  relations: readonly Relation[],
  { lineOf, of }: Pick<Holders, 'lineOf' | 'of'>,
): readonly LeaderSuggestion[] {
  const found = new Map<string, LeaderSuggestion>()
  if (planned !== null && !of(planned).isVacant) found.set(keyOf(planned), { leader: planned, why: 'plan', orgs: [] })
  for (const kind of ['inChargeOf', 'contactUnit'] as const) {
    for (const org of orgs) {
      for (const { leader } of relations.filter((each) => each.kind === kind && lineOf(org).includes(each.org))) {
        const key = keyOf(leader)
        const before = found.get(key)
        const isSame = before?.why === kind
        if (before !== undefined && !isSame) continue
        found.set(key, { leader, why: kind, orgs: [...new Set([...(before?.orgs ?? []), org])] })
      }
    }
  }
  const rank = { plan: 0, inChargeOf: 1, contactUnit: 2 } as const
  return [...found.values()].toSorted((a, b) => rank[a.why] - rank[b.why] || b.orgs.length - a.orgs.length)
}
