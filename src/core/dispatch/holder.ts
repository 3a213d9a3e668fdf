import type { Day } from '#core/day/day.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'
import { actsOn, type Substitution } from '#core/substitution/substitution.ts'

/** Who stands behind a post or person on a day: `vacant` 空缺 nobody does; `standIn`: who substitutes. `title`: 机构 职务, of a person the posts they hold. */
export interface Holder {
  readonly key: PartyKey
  readonly title: string
  readonly names: readonly string[]
  readonly standIn: string | null
  readonly isVacant: boolean
}

/** Tells who stands behind parties on one day; `within`: the org in which a person must hold a post, '' anywhere. */
export interface Holders {
  readonly of: (party: Party, within?: string | null) => Holder
  /** Posts that one holds alone, and people who hold others, of an org and all below it: who may be named there. */
  readonly peopleOf: (org: string) => readonly Holder[]
  /** The heads of an org; of the nearest org above where it has none. */
  readonly headsOf: (org: string) => readonly string[]
  readonly orgName: (org: string) => string
  readonly isOrg: (org: string) => boolean
  /** An org and all above it, the nearest first. */
  readonly lineOf: (org: string) => readonly string[]
}

/** Works it out for a day. */
export function holdersOn(organisation: Organisation, substitutions: readonly Substitution[], day: Day): Holders {
  const now = organisationAsOf(organisation, day)
  const people = new Map(organisation.people.map(({ id, name }) => [id, name]))
  const posts = new Map(organisation.posts.map((post) => [post.id, post]))
  const standing = new Set(now.posts.map(({ id }) => id))
  const terms = new Map(now.terms.map((term) => [term.org, term]))
  const names = new Map(organisation.terms.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map(({ org, name }) => [org, name]))
  const byPost = Map.groupBy(now.holdings, ({ post }) => post)
  const byPerson = Map.groupBy(now.holdings, ({ person }) => person)
  const orgName = (org: string): string => terms.get(org)?.name ?? names.get(org) ?? ''
  const lineOf = (org: string): readonly string[] => {
    const line: string[] = []
    for (let at: string | null = org; at !== null && !line.includes(at); at = terms.get(at)?.parent ?? null) line.push(at)
    return line
  }
  const titleOf = (post: string): string => {
    const found = posts.get(post)
    return found === undefined ? '' : `${orgName(found.org)} ${found.title}`
  }
  const standInOf = (held: readonly string[]): string | null => {
    const acting = substitutions.find((each) => held.includes(each.postId) && actsOn(each, each.substituteId, day))
    return acting === undefined ? null : (people.get(acting.substituteId) ?? null)
  }
  const ofPost = (id: string): Holder => {
    const holding = byPost.get(id) ?? []
    const isVacant = !standing.has(id) || holding.length === 0
    const who = holding.map(({ person }) => people.get(person) ?? '')
    return { key: `post:${id}`, title: titleOf(id), names: who, standIn: standInOf([id]), isVacant }
  }
  const ofPerson = (id: string, within: string | null): Holder => {
    const held = (byPerson.get(id) ?? []).filter(({ post }) => within === null || lineOf(posts.get(post)?.org ?? '').includes(within))
    const ids = held.map(({ post }) => post)
    return {
      key: `person:${id}`,
      title: ids.map(titleOf).join('、'),
      names: [people.get(id) ?? ''],
      standIn: standInOf(ids),
      isVacant: held.length === 0,
    }
  }
  const of: Holders['of'] = (party, within = null) => {
    if (party.kind === 'post') return ofPost(party.id)
    if (party.kind === 'person') return ofPerson(party.id, within)
    return { key: keyOf(party), title: orgName(party.id), names: [], standIn: null, isVacant: !terms.has(party.id) }
  }
  const headsOf = (org: string): readonly string[] => {
    for (const each of lineOf(org)) {
      const heads = now.posts.filter((post) => post.org === each && post.isHead).flatMap(({ id }) => byPost.get(id) ?? [])
      if (heads.length > 0) return heads.map(({ person }) => person)
    }
    return []
  }
  return {
    of,
    headsOf,
    orgName,
    lineOf,
    isOrg: (org) => terms.has(org),
    peopleOf(org) {
      const within = now.posts.filter((post) => lineOf(post.org).includes(org))
      const alone = within.filter(({ id, isForOne }) => isForOne && byPost.has(id)).map(({ id }) => ofPost(id))
      const others = within.filter(({ isForOne }) => !isForOne).flatMap(({ id }) => (byPost.get(id) ?? []).map(({ person }) => person))
      return [...alone, ...[...new Set(others)].map((person) => ofPerson(person, org))]
    },
  }
}
