import type { Day } from '#core/day/day.ts'
import type { Organisation, OrgPost } from '#core/org/organisation.ts'
import { HEADERS, KIND_WORDS } from '#core/org/sheet-words.ts'
import { SheetField } from '#core/org/sheet.ts'

/** 名册 as a sheet that an import reads again without a change: the headers, and a row for each org, vacant post and holder. */
export interface RosterTable {
  readonly fields: readonly SheetField[]
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Cells = Partial<Readonly<Record<SheetField, string>>>

/** Writes the organisation as of a day (`organisationAsOf`) as such a sheet. */
export function rosterTable(organisation: Organisation): RosterTable {
  const fields = SheetField.options
  const rows = inOrder(organisation).flatMap((org) => rowsOfOrg(organisation, org))
  return {
    fields,
    headers: fields.map((field) => HEADERS[field][0] ?? field),
    rows: rows.map((cells) => fields.map((field) => cells[field] ?? '')),
  }
}

/** The orgs as they stand in the tree, each before those below it. */
function inOrder({ orgs, terms }: Organisation): readonly string[] {
  const parents = new Map(terms.map(({ org, parent }) => [org, parent]))
  const below = (parent: string | null): readonly string[] =>
    orgs.filter(({ id }) => (parents.get(id) ?? null) === parent).flatMap(({ id }) => [id, ...below(id)])
  return below(null)
}

function rowsOfOrg(organisation: Organisation, id: string): readonly Cells[] {
  const nameOf = (org: string): string => organisation.terms.find((term) => term.org === org)?.name ?? ''
  const org = organisation.orgs.find((each) => each.id === id)
  const term = organisation.terms.find((each) => each.org === id)
  if (org === undefined || term === undefined) return []
  const place: Cells = { org: term.name, parent: term.parent === null ? '' : nameOf(term.parent) }
  const plain: Cells = {
    ...place,
    kind: KIND_WORDS[org.kind][0] ?? '',
    aliases: org.aliases.join('、'),
    from: term.from,
    to: term.to ?? '',
  }
  const posts = organisation.posts.filter((post) => post.org === id)
  const self: Cells = { ...plain, groups: groupNames(organisation, [id]) }
  return [self, ...posts.flatMap((post) => rowsOfPost(organisation, post, place, nameOf))]
}

function rowsOfPost(organisation: Organisation, post: OrgPost, place: Cells, nameOf: (org: string) => string): readonly Cells[] {
  const common: Cells = { ...place, title: post.title, rank: post.rank, isHead: post.isHead ? '是' : '否' }
  const looksAfter = (kind: 'inChargeOf' | 'contactUnit', ids: readonly string[]): string =>
    organisation.relations
      .filter((relation) => relation.kind === kind && ids.includes(relation.leader.id))
      .map((relation) => nameOf(relation.org))
      .join('、')
  const row = (ids: readonly string[], more: Cells): Cells => ({
    ...common,
    ...more,
    groups: groupNames(organisation, ids),
    inChargeOf: looksAfter('inChargeOf', ids),
    contactUnit: looksAfter('contactUnit', ids),
  })
  const held = organisation.holdings.filter((holding) => holding.post === post.id)
  if (held.length === 0) return [row([post.id], { from: post.from, to: days(post.to) })]
  return held.map(({ person, from, to }) =>
    row(post.isForOne ? [post.id, person] : [person], {
      person: organisation.people.find(({ id }) => id === person)?.name ?? '',
      from,
      to: days(to),
    }),
  )
}

function groupNames(organisation: Organisation, ids: readonly string[]): string {
  const groups = organisation.memberships.filter(({ member }) => ids.includes(member.id)).map(({ group }) => group)
  return organisation.groups
    .filter(({ id }) => groups.includes(id))
    .map(({ name }) => name)
    .join('、')
}

function days(day: Day | null): string {
  return day ?? ''
}
