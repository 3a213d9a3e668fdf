import type { BusinessPost } from '#core/access/post.ts'
import type { Day } from '#core/day/day.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { rosterOf } from '#core/org/roster-of.ts'
import { holdsOn } from '#core/roster/interval.ts'

/** Where somebody stands in the organisation on a day: 办公室 主任. `groups`: names of the groups they belong to, themselves or by a post. */
export interface Place {
  readonly places: readonly string[]
  readonly isHead: boolean
  readonly isLeader: boolean
  readonly groups: readonly string[]
}

/** Somebody who may be given an account; `login` and `post` are suggestions. */
export interface Candidate extends Place {
  readonly person: string
  readonly name: string
  readonly login: string
  readonly post: BusinessPost
}

/** Where everybody stands who holds a post on the day, by the id of the person. Who is in charge of an org (分管, 联系点) is a leader. */
export function placesOf(organisation: Organisation, asOf: Day): ReadonlyMap<string, Place> {
  const now = organisationAsOf(organisation, asOf)
  const orgs = new Map(now.terms.map(({ org, name }) => [org, name]))
  const posts = new Map(now.posts.map((post) => [post.id, post]))
  const groups = new Map(now.groups.map(({ id, name }) => [id, name]))
  const members = Map.groupBy(
    rosterOf(organisation).memberships.filter((each) => holdsOn(each, asOf)),
    ({ member }) => member.id,
  )
  const leaders = new Set(now.relations.map(({ leader }) => leader.id))
  const held = Map.groupBy(now.holdings, ({ person }) => person)
  return new Map(
    [...held].map(([person, holdings]) => {
      const own = holdings.flatMap(({ post }) => posts.get(post) ?? [])
      const ids = [person, ...own.map(({ id }) => id)]
      return [
        person,
        {
          places: own.map(({ org, title }) => `${orgs.get(org) ?? ''} ${title}`),
          isHead: own.some(({ isHead }) => isHead),
          isLeader: ids.some((id) => leaders.has(id)),
          groups: [...new Set(ids.flatMap((id) => (members.get(id) ?? []).map(({ group }) => groups.get(group) ?? '')))],
        },
      ]
    }),
  )
}

/** Everybody in office who has no account yet, in the order of the organisation. Logins are the names, with a number behind where one is `taken`. */
export function candidatesOf(organisation: Organisation, asOf: Day, taken: (login: string) => boolean): readonly Candidate[] {
  const places = placesOf(organisation, asOf)
  const used = new Set<string>()
  const loginFor = (name: string, count = 1): string => {
    const login = count === 1 ? name : `${name}${count}`
    if (login.length < 2 || taken(login) || used.has(login)) return loginFor(name, count + 1)
    used.add(login)
    return login
  }
  const order = new Map(organisation.posts.map(({ id }, index) => [id, index]))
  const first = new Map<string, number>()
  for (const { post, person } of organisation.holdings) {
    const at = order.get(post) ?? Infinity
    if (at < (first.get(person) ?? Infinity)) first.set(person, at)
  }
  return organisation.people
    .toSorted((a, b) => (first.get(a.id) ?? 0) - (first.get(b.id) ?? 0))
    .flatMap(({ id, name, account }) => {
      const place = places.get(id)
      if (account !== null || place === undefined) return []
      return [{ person: id, name, login: loginFor(name), post: place.isLeader ? ('leader' as const) : ('unit' as const), ...place }]
    })
}
