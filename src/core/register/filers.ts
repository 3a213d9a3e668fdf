import type { Day } from '#core/day/day.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { PackPost } from '#core/pack/pack.ts'
import { askedPosts } from '#core/pack/post-names.ts'
import type { Register } from '#core/register/register.ts'

/** Which orgs must file. `unknown`: names of the register for which the organisation has nobody. */
interface Filers {
  readonly orgs: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * The orgs that must file a register on a day, in the order of the organisation: whom its duty names, else who fills it. Units are the departments of the
 * institution at the top; subordinate institutions keep their own books. What is asked of leaders or of all is the institution's.
 */
export function filersOf(
  { filing, filledBy }: Pick<Register, 'filing' | 'filledBy'>,
  posts: readonly PackPost[],
  organisation: Organisation,
  day: Day,
): Filers {
  const names = filing === null ? [] : filing.by.length > 0 ? filing.by : filledBy
  const standing = organisationAsOf(organisation, day)
  const tops = standing.terms.filter(({ parent }) => parent === null).map(({ org }) => org)
  const ofTop = ownOrgs(standing, tops)
  const found = names.map((name) => {
    const orgs = askedPosts([name], posts).flatMap(({ means, isNamed }): readonly string[] => {
      switch (means) {
        case 'everyone':
        case 'office':
          return tops
        case 'head':
        case 'unit':
          return standing.orgs.filter(({ id, kind }) => kind === 'department' && ofTop.has(id)).map(({ id }) => id)
        case 'named':
          return namedOrgs(standing, ofTop, isNamed, tops)
      }
    })
    return { name, orgs }
  })
  const due = new Set(found.flatMap(({ orgs }) => orgs))
  return {
    orgs: standing.orgs.map(({ id }) => id).filter((id) => due.has(id)),
    unknown: found.filter(({ orgs }) => orgs.length === 0).map(({ name }) => name),
  }
}

/** The orgs that are parts of the institutions at the top, and these. */
function ownOrgs({ orgs, terms }: Organisation, tops: readonly string[]): ReadonlySet<string> {
  const institutions = new Set(orgs.filter(({ kind }) => kind === 'institution').map(({ id }) => id))
  const own = new Set(tops)
  for (let size = -1; size < own.size;) {
    size = own.size
    for (const { org, parent } of terms) if (parent !== null && own.has(parent) && !institutions.has(org)) own.add(org)
  }
  return own
}

function namedOrgs(
  { orgs, terms, groups, memberships, posts }: Organisation,
  ofTop: ReadonlySet<string>,
  isNamed: (name: string) => boolean,
  tops: readonly string[],
): readonly string[] {
  const called = [
    ...terms.filter(({ name }) => isNamed(name)).map(({ org }) => org),
    ...orgs.filter(({ aliases }) => aliases.some(isNamed)).map(({ id }) => id),
  ].filter((id) => ofTop.has(id))
  const asked = new Set(groups.filter(({ name }) => isNamed(name)).map(({ id }) => id))
  const members = memberships.filter(({ group }) => asked.has(group)).map(({ member }) => member)
  const grouped = members.filter(({ kind }) => kind === 'org').map(({ id }) => id)
  if (called.length > 0 || grouped.length > 0) return [...called, ...grouped]
  // people and leading posts: their institution files
  if (asked.size > 0) return tops
  return posts.filter(({ title, org }) => isNamed(title) && ofTop.has(org)).map(({ org }) => org)
}
