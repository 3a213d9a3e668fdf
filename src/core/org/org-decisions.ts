import type { Day } from '#core/day/day.ts'
import { ancestorsOn, goesOnFrom, lastTerm } from '#core/org/as-of.ts'
import type { Edit } from '#core/org/edit.ts'
import { dayBefore, endedAfter, overlaps } from '#core/org/interval.ts'
import type { Organisation, OrgKind, OrgTerm } from '#core/org/organisation.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** Why an org cannot be added, renamed, moved or closed. */
export type OrgRefusal =
  | 'unknown'
  | 'nothing-changed'
  | 'name-taken'
  | 'parent-not-there'
  | 'parent-below'
  | 'before-start'
  | 'changed-later'
  | 'already-ended'
  | 'has-children'
  | 'has-holders'

/** 新增机构. `termId`: the id of its first term. The name must be free among the orgs beside it. */
export function addOrg(
  organisation: Organisation,
  asked: {
    readonly id: string
    readonly termId: string
    readonly name: string
    readonly kind: OrgKind
    readonly parent: string | null
    readonly aliases: readonly string[]
    readonly from: Day
  },
): Outcome<Edit, OrgRefusal> {
  const { id, termId, name, kind, parent, from } = asked
  if (parent !== null && !goesOnFrom(organisation, parent, from)) return refuse('parent-not-there')
  const term: OrgTerm = { id: termId, org: id, name, parent, from, to: null }
  if (isTaken(organisation, term)) return refuse('name-taken', { name })
  const ordinal = Math.max(0, ...organisation.orgs.map((org) => org.ordinal)) + 1
  return accept({ orgs: [{ id, kind, aliases: cleanNames(asked.aliases, [name]), ordinal }], terms: [term] })
}

/** 更名 from a day on. On the first day of the present name it corrects that name instead. */
export function renameOrg(
  organisation: Organisation,
  asked: { readonly org: string; readonly termId: string; readonly name: string; readonly from: Day },
): Outcome<Edit, OrgRefusal> {
  return nextTerm(organisation, asked, (term) => ({ ...term, name: asked.name }))
}

/** 调整隶属 from a day on: never below itself, on that day or later. */
export function moveOrg(
  organisation: Organisation,
  asked: { readonly org: string; readonly termId: string; readonly parent: string | null; readonly from: Day },
): Outcome<Edit, OrgRefusal> {
  const { org, parent, from } = asked
  if (parent !== null) {
    if (!goesOnFrom(organisation, parent, from)) return refuse('parent-not-there')
    const days = [from, ...organisation.terms.map((term) => term.from).filter((day) => day > from)]
    if (parent === org || days.some((day) => ancestorsOn(organisation, parent, day).includes(org))) return refuse('parent-below')
  }
  return nextTerm(organisation, asked, (term) => ({ ...term, parent }))
}

/** 撤销机构 after a day. Its posts, and what relates to it, end with it; those who hold a post and the orgs below must have gone before. */
export function closeOrg(organisation: Organisation, asked: { readonly org: string; readonly to: Day }): Outcome<Edit, OrgRefusal> {
  const { org, to } = asked
  const term = lastTerm(organisation, org)
  if (term === null) return refuse('unknown')
  if (term.to !== null) return refuse('already-ended', { to: term.to })
  if (to < term.from) return refuse('before-start', { from: term.from })
  const goesOn = (entry: { readonly to: Day | null }): boolean => entry.to === null || entry.to > to
  const below = organisation.terms.filter((each) => each.parent === org && goesOn(each))
  if (below.length > 0) return refuse('has-children', { count: String(below.length) })
  const posts = organisation.posts.filter((post) => post.org === org)
  const postIds = new Set(posts.map(({ id }) => id))
  const held = organisation.holdings.filter((holding) => postIds.has(holding.post) && goesOn(holding))
  if (held.length > 0) return refuse('has-holders', { count: String(held.length) })
  const isGone = ({ kind, id }: { readonly kind: string; readonly id: string }): boolean =>
    (kind === 'org' && id === org) || (kind === 'post' && postIds.has(id))
  return accept({
    terms: [{ ...term, to }],
    posts: endedAfter(posts, to),
    memberships: endedAfter(
      organisation.memberships.filter(({ member }) => isGone(member)),
      to,
    ),
    relations: endedAfter(
      organisation.relations.filter((relation) => relation.org === org || isGone(relation.leader)),
      to,
    ),
  })
}

/** 又称: the names a plan may use for an org, all of them. */
export function setAliases(
  organisation: Organisation,
  asked: { readonly org: string; readonly aliases: readonly string[] },
): Outcome<Edit, 'unknown' | 'nothing-changed' | 'alias-taken'> {
  const org = organisation.orgs.find(({ id }) => id === asked.org)
  if (org === undefined) return refuse('unknown')
  const names = organisation.terms.filter((term) => term.org === org.id).map(({ name }) => name)
  const aliases = cleanNames(asked.aliases, names.slice(-1))
  if (aliases.length === org.aliases.length && aliases.every((alias) => org.aliases.includes(alias))) return refuse('nothing-changed')
  const other = organisation.orgs.find(({ id, aliases: taken }) => id !== org.id && aliases.some((alias) => taken.includes(alias)))
  if (other !== undefined) return refuse('alias-taken', { name: aliases.find((alias) => other.aliases.includes(alias)) ?? '' })
  return accept({ orgs: [{ ...org, aliases }] })
}

/** The last term gives way to the next on a day; on its own first day it is put right. */
function nextTerm(
  organisation: Organisation,
  asked: { readonly org: string; readonly termId: string; readonly from: Day },
  changed: (term: OrgTerm) => OrgTerm,
): Outcome<Edit, OrgRefusal> {
  const term = lastTerm(organisation, asked.org)
  if (term === null) return refuse('unknown')
  if (term.to !== null) return refuse('already-ended', { to: term.to })
  if (asked.from < term.from) {
    const isFirst = !organisation.terms.some((each) => each.org === term.org && each.id !== term.id)
    return isFirst ? refuse('before-start', { from: term.from }) : refuse('changed-later', { from: term.from })
  }
  const isSameDay = asked.from === term.from
  const next = changed({ ...term, id: isSameDay ? term.id : asked.termId, from: asked.from })
  if (next.name === term.name && next.parent === term.parent) return refuse('nothing-changed')
  if (isTaken(organisation, next)) return refuse('name-taken', { name: next.name })
  return accept({ terms: isSameDay ? [next] : [{ ...term, to: dayBefore(asked.from) }, next] })
}

function isTaken(organisation: Organisation, term: OrgTerm): boolean {
  return organisation.terms.some(
    (other) => other.org !== term.org && other.parent === term.parent && other.name === term.name && overlaps(other, term),
  )
}

function cleanNames(names: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== '' && !known.includes(name)))]
}
