import type { Organisation, OrgGroup } from '#core/org/organisation.ts'
import { type Interval, merged, shared } from '#core/roster/interval.ts'
import type { Roster } from '#core/roster/roster.ts'

/** 名册: the organisation over time as evaluation needs it. Groups by rule become the memberships of those who hold a post below their org. */
export function rosterOf(organisation: Organisation): Roster {
  const kinds = new Map(organisation.orgs.map(({ id, kind }) => [id, kind]))
  const byRule = organisation.groups.flatMap((group) => membersByRule(organisation, group))
  return {
    orgs: organisation.terms.map(({ org, parent, from, to }) => ({ id: org, parent, kind: kinds.get(org) ?? 'department', from, to })),
    posts: organisation.posts.map(({ id, org, isHead }) => ({ id, org, isHead })),
    holdings: organisation.holdings.map(({ post, person, from, to }) => ({ post, person, from, to })),
    memberships: [...organisation.memberships.map(({ group, member, from, to }) => ({ group, member, from, to })), ...byRule],
    relations: organisation.relations.map(({ kind, leader, org, from, to }) => ({ kind, leader, org, from, to })),
  }
}

/** Each person once for each stretch of days on which they hold a post in the org, or below it as far as the group reaches; none where members are named. */
function membersByRule(organisation: Organisation, { id: group, everyoneIn, reach }: OrgGroup): Roster['memberships'] {
  if (everyoneIn === null) return []
  const below = daysBelow(organisation, everyoneIn, reach)
  const orgs = new Map(organisation.posts.map(({ id, org }) => [id, org]))
  const days = new Map<string, Interval[]>()
  for (const holding of organisation.holdings) {
    const within = shared([holding], below(orgs.get(holding.post) ?? ''))
    days.set(holding.person, [...(days.get(holding.person) ?? []), ...within])
  }
  return [...days].flatMap(([id, intervals]) =>
    merged(intervals).map(({ from, to }) => ({ group, member: { kind: 'person' as const, id }, from, to })),
  )
}

/** The days on which an org lay below the top (or was it), worked out once for each org. */
function daysBelow(organisation: Organisation, top: string, reach: OrgGroup['reach']): (org: string) => readonly Interval[] {
  const others = new Set(organisation.orgs.flatMap(({ id, kind }) => (reach === 'own' && kind === 'institution' && id !== top ? [id] : [])))
  const terms = Map.groupBy(organisation.terms, ({ org }) => org)
  const known = new Map<string, readonly Interval[]>()
  const daysOf = (org: string): readonly Interval[] => {
    const found = known.get(org)
    if (found !== undefined) return found
    if (others.has(org)) return []
    // an org is never below itself; this ends the walk if it were
    known.set(org, [])
    const days = merged(
      (terms.get(org) ?? []).flatMap((term) =>
        org === top ? [{ from: term.from, to: term.to }] : term.parent === null ? [] : shared([term], daysOf(term.parent)),
      ),
    )
    known.set(org, days)
    return days
  }
  return daysOf
}
