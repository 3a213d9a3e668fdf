import { findOrgs, goesOnAfter, lineOf } from '#core/org/find-org.ts'
import { addGroup, addMember, addRelation } from '#core/org/group-decisions.ts'
import type { Importing } from '#core/org/import-sheet.ts'
import { overlaps } from '#core/org/interval.ts'
import type { Organisation, OrgPost } from '#core/org/organisation.ts'
import { addPerson, addPost, appoint, endHolding } from '#core/org/post-decisions.ts'
import type { RosterRow } from '#core/org/sheet.ts'
import { accept } from '#core/outcome/outcome.ts'
import type { Interval } from '#core/roster/interval.ts'
import { keyOf, type Party } from '#core/roster/party.ts'

/** The title of somebody whose row names none. */
const NO_TITLE = '工作人员'

/** Adds the post of a row, who holds it, and the groups and orgs that go with it. */
export function importRow(importing: Importing, row: RosterRow): void {
  const [org, other] = findOrgs(importing.now(), importing.from, row.org, row.parent)
  if (org === undefined) return
  if (other !== undefined) return importing.blame(row.row, 'org', 'org-ambiguous', { name: row.org })
  if (row.title === '' && row.person === '') {
    for (const name of row.groups) importMembership(importing, row, [{ kind: 'org', id: org }], name)
    return
  }
  const post = importPost(importing, row, org)
  if (post === null) return
  const person = row.person === '' ? null : importPerson(importing, row, org)
  if (row.person !== '' && person === null) return
  if (person !== null && !importHolding(importing, row, post, person)) return
  const asPost: Party = { kind: 'post', id: post.id }
  const asPerson: Party | null = person === null ? null : { kind: 'person', id: person }
  const parties = [...(post.isForOne || asPerson === null ? [asPost] : []), ...(asPerson === null ? [] : [asPerson])]
  for (const name of row.groups) importMembership(importing, row, parties.toReversed(), name)
  for (const kind of ['inChargeOf', 'contactUnit'] as const)
    for (const name of row[kind]) importRelation(importing, row, { kind, parties, name, beside: org })
}

function importPost(importing: Importing, row: RosterRow, org: string): OrgPost | null {
  const title = row.title === '' ? NO_TITLE : row.title
  const known = postOf(importing, org, title)
  const isHeadless = !importing.now().posts.some((post) => post.org === org && post.isHead && goesOnAfter(post, importing.from))
  if (known === undefined) {
    const isHead = row.isHead ?? (isHeadless && row.isHeadByTitle)
    const from = importing.now().terms.find((term) => term.org === org)?.from ?? importing.from
    const post = { id: importing.newId(), org, title, rank: row.rank, isHead, isForOne: isHead, from }
    if (!importing.take(row.row, 'title', addPost(importing.now(), post))) return null
    importing.note(row.row, 'add', 'post', `${row.org} ${title}`)
    return postOf(importing, org, title) ?? null
  }
  const changed = { ...known, rank: row.rank === '' ? known.rank : row.rank, isHead: row.isHead ?? known.isHead }
  if (changed.rank === known.rank && changed.isHead === known.isHead) return known
  importing.take(row.row, 'title', accept({ posts: [changed] }))
  importing.note(row.row, 'change', 'post', `${row.org} ${title}`)
  return changed
}

function postOf({ now, from }: Importing, org: string, title: string): OrgPost | undefined {
  return now().posts.find((post) => post.org === org && post.title === title && goesOnAfter(post, from))
}

/** The person of that name; of several, the one who holds or held a post in the org. */
function importPerson(importing: Importing, row: RosterRow, org: string): string | null {
  const { people, posts, holdings } = importing.now()
  const called = people.filter(({ name }) => name === row.person)
  const here = new Set(posts.filter((post) => post.org === org).map(({ id }) => id))
  const known =
    called.length > 1 ? called.filter(({ id }) => holdings.some((holding) => holding.person === id && here.has(holding.post))) : called
  if (known.length === 1 && known[0] !== undefined) return known[0].id
  if (called.length > 1) {
    importing.blame(row.row, 'person', 'person-ambiguous', { name: row.person })
    return null
  }
  const id = importing.newId()
  importing.take(row.row, 'person', addPerson(importing.now(), { id, name: row.person, isAnother: false }))
  importing.note(row.row, 'add', 'person', row.person)
  return id
}

function importHolding(importing: Importing, row: RosterRow, post: OrgPost, person: string): boolean {
  const name = `${row.org} ${post.title} ${row.person}`
  const held = importing.now().holdings.filter((holding) => holding.post === post.id && holding.person === person)
  const same = held.find(({ from, to }) => (row.from === null || from === row.from) && (to === null || to === row.to))
  if (same === undefined) {
    const from = row.from ?? importing.from
    const isTaken = importing.take(
      row.row,
      row.from === null ? 'person' : 'from',
      appoint(importing.now(), { id: importing.newId(), post: post.id, person, from, to: row.to }),
    )
    if (isTaken) importing.note(row.row, 'add', 'holding', name)
    return isTaken
  }
  if (row.to === null || same.to === row.to) {
    importing.note(row.row, 'same', 'holding', name)
    return true
  }
  const isEnded = importing.take(row.row, 'to', endHolding(importing.now(), { id: same.id, to: row.to }))
  if (isEnded) importing.note(row.row, 'change', 'holding', name)
  return isEnded
}

/** `parties`: who may stand in the group for the row already; the first of them joins. */
function importMembership(importing: Importing, row: RosterRow, parties: readonly Party[], name: string): void {
  if (!importing.now().groups.some((group) => group.name === name)) {
    if (!importing.take(row.row, 'groups', addGroup(importing.now(), { id: importing.newId(), name, everyoneIn: null, reach: 'own' })))
      return
    importing.note(row.row, 'add', 'group', name)
  }
  const group = importing.now().groups.find((each) => each.name === name)?.id ?? ''
  const keys = new Set(parties.map(keyOf))
  const days = daysOf(importing, row)
  const isMember = importing.now().memberships.some((each) => each.group === group && keys.has(keyOf(each.member)) && overlaps(each, days))
  const [member] = parties
  if (isMember || member === undefined) return
  const added = { id: importing.newId(), group, member, ...days }
  if (importing.take(row.row, 'groups', addMember(importing.now(), added)))
    importing.note(row.row, 'add', 'membership', `${name} ${row.person || row.title || row.org}`)
}

function importRelation(
  importing: Importing,
  row: RosterRow,
  asked: {
    readonly kind: 'inChargeOf' | 'contactUnit'
    readonly parties: readonly Party[]
    readonly name: string
    readonly beside: string
  },
): void {
  const { kind, parties, name, beside } = asked
  const found = nearest(importing.now(), findOrgs(importing.now(), importing.from, name), beside)
  const [org, other] = found
  if (org === undefined) return importing.blame(row.row, kind, 'org-unknown', { name })
  if (other !== undefined) return importing.blame(row.row, kind, 'org-ambiguous', { name })
  const keys = new Set(parties.map(keyOf))
  const days = daysOf(importing, row)
  const isRelated = importing
    .now()
    .relations.some((each) => each.kind === kind && each.org === org && keys.has(keyOf(each.leader)) && overlaps(each, days))
  const [leader] = parties
  if (isRelated || leader === undefined) return
  const added = { id: importing.newId(), kind, leader, org, ...days }
  if (importing.take(row.row, kind, addRelation(importing.now(), added)))
    importing.note(row.row, 'add', kind, `${row.person || row.title} ${name}`)
}

/** Of several orgs of one name those below the nearest org above the leader's own. */
function nearest(organisation: Organisation, orgs: readonly string[], beside: string): readonly string[] {
  if (orgs.length < 2) return orgs
  for (const above of lineOf(organisation, beside)) {
    const below = orgs.filter((org) => lineOf(organisation, org).includes(above))
    if (below.length > 0) return below
  }
  return orgs
}

/** The days that a row speaks of. */
function daysOf({ from }: Importing, row: RosterRow): Interval {
  return { from: row.from ?? from, to: row.to }
}
