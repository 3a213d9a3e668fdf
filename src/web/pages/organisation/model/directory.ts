import type { Holding, Membership, Org, Organisation, OrgGroup, OrgPost, OrgTerm, Person, Relation } from '#core/org/organisation.ts'
import { keyOf, type Party } from '#core/roster/party.ts'

/** An org with what it is called and where it belongs on the day that is shown. */
export interface ShownOrg extends Org {
  readonly name: string
  readonly parent: string | null
  readonly since: OrgTerm['from']
}

/** A post with who holds it on the day that is shown. */
export interface ShownPost extends OrgPost {
  readonly holders: readonly { readonly holding: Holding; readonly person: Person }[]
}

/** The organisation of one day, to be looked up. */
export interface Directory {
  readonly organisation: Organisation
  readonly orgs: ReadonlyMap<string, ShownOrg>
  readonly people: ReadonlyMap<string, Person>
  readonly posts: ReadonlyMap<string, ShownPost>
  readonly childrenOf: (org: string | null) => readonly ShownOrg[]
  readonly postsOf: (org: string) => readonly ShownPost[]
  /** The orgs above one, the topmost first. */
  readonly pathOf: (org: string) => readonly ShownOrg[]
  readonly relationsOf: (org: string) => readonly Relation[]
  /** Whom a leader looks after: by the post or as a person. */
  readonly relationsBy: (post: ShownPost) => readonly Relation[]
  readonly groupsOf: (org: string) => readonly OrgGroup[]
  readonly namedMembers: (group: string) => readonly Membership[]
  /** How many belong to a group, also by rule. */
  readonly sizeOf: (group: string) => number
  /** 许明远（党组书记、院长） · 院长（办公室） · 办公室. */
  readonly nameOf: (party: Party) => string
}

/** Makes an organisation of one day ready for the page. */
export function directoryOf(organisation: Organisation): Directory {
  const terms = new Map(organisation.terms.map((term) => [term.org, term]))
  const orgs = new Map(
    organisation.orgs.flatMap((org) => {
      const term = terms.get(org.id)
      return term === undefined ? [] : [[org.id, { ...org, name: term.name, parent: term.parent, since: term.from }]]
    }),
  )
  const people = new Map(organisation.people.map((person) => [person.id, person]))
  const held = Map.groupBy(organisation.holdings, ({ post }) => post)
  const posts = new Map(
    organisation.posts.map((post) => {
      const holders = (held.get(post.id) ?? []).flatMap((holding) => {
        const person = people.get(holding.person)
        return person === undefined ? [] : [{ holding, person }]
      })
      return [post.id, { ...post, holders }]
    }),
  )
  const children = Map.groupBy(orgs.values(), ({ parent }) => parent)
  const postsByOrg = Map.groupBy(posts.values(), ({ org }) => org)
  const nameOf = (party: Party): string => {
    if (party.kind === 'org') return orgs.get(party.id)?.name ?? '—'
    if (party.kind === 'post') {
      const post = posts.get(party.id)
      const holders = post?.holders.map(({ person }) => person.name).join('、') ?? ''
      return post === undefined ? '—' : holders === '' ? `${orgs.get(post.org)?.name ?? ''}${post.title}` : `${holders}（${post.title}）`
    }
    const titles = [...posts.values()]
      .filter(({ holders }) => holders.some(({ person }) => person.id === party.id))
      .map(({ title }) => title)
    const name = people.get(party.id)?.name ?? '—'
    return titles[0] === undefined ? name : `${name}（${titles[0]}）`
  }
  const pathOf = (org: string): readonly ShownOrg[] => {
    const path: ShownOrg[] = []
    for (let at = orgs.get(orgs.get(org)?.parent ?? ''); at !== undefined; at = orgs.get(at.parent ?? '')) path.unshift(at)
    return path
  }
  return {
    organisation,
    orgs,
    people,
    posts,
    childrenOf: (org) => children.get(org) ?? [],
    postsOf: (org) => postsByOrg.get(org) ?? [],
    pathOf,
    relationsOf: (org) => organisation.relations.filter((relation) => relation.org === org),
    relationsBy: (post) => {
      const keys = new Set([`post:${post.id}`, ...post.holders.map(({ person }) => `person:${person.id}`)])
      return organisation.relations.filter(({ leader }) => keys.has(keyOf(leader)))
    },
    groupsOf: (org) => {
      const ids = new Set(
        organisation.memberships.filter(({ member }) => member.kind === 'org' && member.id === org).map(({ group }) => group),
      )
      return organisation.groups.filter(({ id }) => ids.has(id))
    },
    namedMembers: (group) => organisation.memberships.filter((membership) => membership.group === group),
    sizeOf: (id) => {
      const rule = organisation.groups.find((group) => group.id === id)
      const everyoneIn = rule?.everyoneIn ?? null
      if (everyoneIn === null) return organisation.memberships.filter(({ group }) => group === id).length
      const isOther = (org: string): boolean => rule?.reach === 'own' && org !== everyoneIn && orgs.get(org)?.kind === 'institution'
      const isBelow = (org: string): boolean => {
        if (org === everyoneIn) return true
        const above = pathOf(org).map((each) => each.id)
        const at = above.indexOf(everyoneIn)
        return at >= 0 && ![org, ...above.slice(at + 1)].some(isOther)
      }
      return new Set(organisation.holdings.flatMap(({ post, person }) => (isBelow(posts.get(post)?.org ?? '') ? [person] : []))).size
    },
    nameOf,
  }
}

/** Orgs that a search finds, by their names, posts or people, with all above them; null where nothing is searched for. */
export function foundOrgs(directory: Directory, search: string): ReadonlySet<string> | null {
  const words = search.trim()
  if (words === '') return null
  const hits = [...directory.orgs.values()].filter(
    ({ id, name, aliases }) =>
      name.includes(words) ||
      aliases.some((alias) => alias.includes(words)) ||
      directory
        .postsOf(id)
        .some(({ title, holders }) => title.includes(words) || holders.some(({ person }) => person.name.includes(words))),
  )
  return new Set(hits.flatMap(({ id }) => [id, ...directory.pathOf(id).map((above) => above.id)]))
}
