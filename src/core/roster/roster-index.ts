import type { Day } from '#core/day/day.ts'
import type { Interval } from '#core/roster/interval.ts'
import { holdsOn } from '#core/roster/interval.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'
import type { Roster } from '#core/roster/roster.ts'

type Entry<Name extends keyof Roster> = Roster[Name][number]

/** A roster with its entries at hand by who they are about. */
export interface RosterIndex {
  readonly orgs: ReadonlyMap<string, readonly Entry<'orgs'>[]>
  readonly children: ReadonlyMap<string, readonly Entry<'orgs'>[]>
  readonly groups: ReadonlyMap<string, readonly Entry<'memberships'>[]>
  readonly holdingsOfPerson: ReadonlyMap<string, readonly Entry<'holdings'>[]>
  readonly holdingsOfPost: ReadonlyMap<string, readonly Entry<'holdings'>[]>
  readonly relations: ReadonlyMap<PartyKey, readonly Entry<'relations'>[]>
  readonly headPosts: ReadonlyMap<string, readonly Entry<'posts'>[]>
}

/** A roster is indexed once, however many views are made of it. */
const indexed = new WeakMap<Roster, RosterIndex>()

export function indexRoster(roster: Roster): RosterIndex {
  const found = indexed.get(roster) ?? makeIndex(roster)
  indexed.set(roster, found)
  return found
}

function makeIndex(roster: Roster): RosterIndex {
  return {
    orgs: Map.groupBy(roster.orgs, ({ id }) => id),
    children: Map.groupBy(roster.orgs, ({ parent }) => parent ?? ''),
    groups: Map.groupBy(roster.memberships, ({ group }) => group),
    holdingsOfPerson: Map.groupBy(roster.holdings, ({ person }) => person),
    holdingsOfPost: Map.groupBy(roster.holdings, ({ post }) => post),
    relations: Map.groupBy(roster.relations, ({ leader }) => keyOf(leader)),
    headPosts: Map.groupBy(
      roster.posts.filter(({ isHead }) => isHead),
      ({ org }) => org,
    ),
  }
}

/** A party and whoever else it is: a person is also the posts held, a post also its holders; each with when. An org is itself alone. */
export function aliasesOf(party: Party, index: RosterIndex): readonly (Interval & { readonly key: PartyKey })[] {
  if (party.kind === 'org') return []
  if (party.kind === 'person')
    return (index.holdingsOfPerson.get(party.id) ?? []).map(({ post, from, to }) => ({ key: `post:${post}`, from, to }))
  return (index.holdingsOfPost.get(party.id) ?? []).map(({ person, from, to }) => ({ key: `person:${person}`, from, to }))
}

/** Whether what one party does on a day is done by the other: the same, or a post and its holder. */
export function isSameOn(party: Party, key: PartyKey, day: Day, index: RosterIndex): boolean {
  return keyOf(party) === key || aliasesOf(party, index).some((alias) => alias.key === key && holdsOn(alias, day))
}

/**
 * The orgs that what happens in an org is also done by: itself and all above it. `isOwn` as long as no border of an institution lies between: what a
 * department does its court does; what a subordinate court does the court above does not.
 */
export function orgsAbove(org: string, day: Day, index: RosterIndex): readonly { readonly org: string; readonly isOwn: boolean }[] {
  const found: { org: string; isOwn: boolean }[] = []
  let [current, isOwn]: [string | null, boolean] = [org, true]
  while (current !== null && !found.some((each) => each.org === current)) {
    found.push({ org: current, isOwn })
    const entry: Entry<'orgs'> | undefined = index.orgs.get(current)?.find((each) => holdsOn(each, day))
    if (entry === undefined || entry.kind === 'institution') isOwn = false
    current = entry?.parent ?? null
  }
  return found
}
