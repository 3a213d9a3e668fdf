import type { Day } from '#core/day/day.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { rosterOf } from '#core/org/roster-of.ts'
import { holdsOn } from '#core/roster/interval.ts'

/**
 * What somebody is on a day, as far as registers ask. `isOffice`: their account is the programme office's; `isHead`: heads an org; `isInUnit`: holds a post in a
 * department or branch; `names`: the names and aliases of the orgs they hold a post in, and above up to the institution, of the groups they are in and of their
 * posts.
 */
export interface Holder {
  readonly isOffice: boolean
  readonly isHead: boolean
  readonly isInUnit: boolean
  readonly names: ReadonlySet<string>
}

/**
 * What an account's owner is on a day: by the posts the `person` (null: the account is nobody's) holds then, and by `posts` the account has besides.
 *
 *     const holder = holderOf(await loadOrganisation(tx, jurisdictionId), context.asOf, { isOffice, person, posts: [] })
 */
export function holderOf(
  organisation: Organisation,
  day: Day,
  { isOffice, person, posts }: { readonly isOffice: boolean; readonly person: string | null; readonly posts: readonly string[] },
): Holder {
  const standing = organisationAsOf(organisation, day)
  const held = new Set([...posts, ...standing.holdings.filter((holding) => holding.person === person).map(({ post }) => post)])
  const own = standing.posts.filter(({ id }) => held.has(id))
  const orgs = new Set(own.flatMap(({ org }) => upToInstitution(standing, org)))
  const parties = new Set([...held, ...orgs, ...(person === null ? [] : [person])])
  const groups = new Set(
    rosterOf(organisation)
      .memberships.filter((each) => holdsOn(each, day) && parties.has(each.member.id))
      .map(({ group }) => group),
  )
  return {
    isOffice,
    isHead: own.some(({ isHead }) => isHead),
    isInUnit: standing.orgs.some(({ id, kind }) => kind !== 'institution' && orgs.has(id)),
    names: new Set([
      ...own.flatMap(({ title, rank, aliases }) => [title, rank, ...aliases]),
      ...standing.terms.filter(({ org }) => orgs.has(org)).map(({ name }) => name),
      ...standing.orgs.filter(({ id }) => orgs.has(id)).flatMap(({ aliases }) => aliases),
      ...standing.groups.filter(({ id }) => groups.has(id)).map(({ name }) => name),
    ]),
  }
}

/** The org and those above it, to the institution it is a part of. */
function upToInstitution({ orgs, terms }: Organisation, org: string): readonly string[] {
  const line: string[] = []
  for (let at: string | null = org; at !== null && !line.includes(at); at = terms.find((term) => term.org === at)?.parent ?? null) {
    line.push(at)
    if (orgs.find(({ id }) => id === at)?.kind === 'institution') break
  }
  return line
}
