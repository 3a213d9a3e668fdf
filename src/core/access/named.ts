import type { AccessScope } from '#core/access/scope.ts'
import type { Day } from '#core/day/day.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import { type NameRole, partiesNamed } from '#core/org/match-names.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'

/** The names that commitments give for units (责任单位, 配合单位) and for leaders and persons (牵头领导, 责任人). */
export type LedgerNames = Readonly<Record<NameRole, readonly string[]>>

/**
 * Whom each name of the ledger means, as party keys, groups by their members of the day. Of several orgs or posts of one name the one that stands highest in the
 * tree is meant, as a plan of the court means the court's own office and not one of a court below it; where several stand equally high nobody is, until an
 * alias says who. A name that today's organisation does not know is looked for in its past.
 */
export function partiesByName(organisation: Organisation, asOf: Day, names: LedgerNames): Readonly<Record<NameRole, NamedParties>> {
  const now = organisationAsOf(organisation, asOf)
  const depth = depthsOf(organisation, now)
  const of = (role: NameRole): NamedParties => {
    const today = partiesNamed(now, names[role], role)
    const missing = names[role].filter((name) => !today.has(name))
    const all = new Map([...partiesNamed(organisation, missing, role), ...today])
    return new Map(
      [...all].map(([name, { parties, groups }]) => {
        const members = now.memberships.filter(({ group }) => groups.includes(group)).map(({ member }) => member)
        return [name, [...highest(parties, depth), ...members].map(keyOf)]
      }),
    )
  }
  return { unit: of('unit'), leader: of('leader') }
}

type NamedParties = ReadonlyMap<string, readonly PartyKey[]>

/** The names of the ledger that mean one of these parties. */
export function namesOf(named: NamedParties, parties: Iterable<PartyKey>): readonly string[] {
  const asked = new Set(parties)
  return [...named].filter(([, keys]) => keys.some((key) => asked.has(key))).map(([name]) => name)
}

/** By which names the ledger means the orgs and the person of a scope. */
export function ledgerNamesOf(
  { orgs, self }: Pick<AccessScope, 'orgs' | 'self'>,
  named: Readonly<Record<NameRole, NamedParties>>,
): LedgerNames {
  return {
    unit: namesOf(
      named.unit,
      orgs.map((org) => `org:${org}`),
    ),
    leader: namesOf(named.leader, self),
  }
}

function highest(parties: readonly Party[], depth: (party: Party) => number): readonly Party[] {
  const least = Math.min(...parties.map(depth))
  const found = parties.filter((party) => depth(party) === least)
  return found.length === 1 ? found : []
}

/** How many orgs stand above an org, or above the org of a post; people stand nowhere. */
function depthsOf({ posts }: Organisation, { terms }: Organisation): (party: Party) => number {
  const parents = new Map(terms.map(({ org, parent }) => [org, parent]))
  const orgOf = new Map(posts.map(({ id, org }) => [id, org]))
  return ({ kind, id }) => {
    const above = new Set<string>()
    for (let at = kind === 'org' ? id : orgOf.get(id); at != null && !above.has(at); at = parents.get(at) ?? undefined) above.add(at)
    return above.size
  }
}
