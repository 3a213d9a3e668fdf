import type { Organisation } from '#core/org/organisation.ts'

/** 沿革: everything that ever held of one org: its terms, posts and who held them, and the relations and memberships of the org and its posts. */
export function historyOf(organisation: Organisation, org: string): Organisation {
  const posts = organisation.posts.filter((post) => post.org === org)
  const postIds = new Set(posts.map(({ id }) => id))
  const holdings = organisation.holdings.filter(({ post }) => postIds.has(post))
  const terms = organisation.terms.filter((term) => term.org === org)
  const isOfOrg = ({ kind, id }: { readonly kind: string; readonly id: string }): boolean =>
    (kind === 'org' && id === org) || (kind === 'post' && postIds.has(id))
  const memberships = organisation.memberships.filter(({ member }) => isOfOrg(member))
  const relations = organisation.relations.filter((relation) => relation.org === org || isOfOrg(relation.leader))
  const peopleIds = new Set([
    ...holdings.map(({ person }) => person),
    ...relations.flatMap(({ leader }) => (leader.kind === 'person' ? [leader.id] : [])),
  ])
  const groupIds = new Set(memberships.map(({ group }) => group))
  return {
    orgs: organisation.orgs.filter(({ id }) => id === org),
    terms,
    people: organisation.people.filter(({ id }) => peopleIds.has(id)),
    posts,
    holdings,
    groups: organisation.groups.filter(({ id }) => groupIds.has(id)),
    memberships,
    relations,
  }
}
