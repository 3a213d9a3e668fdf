import type { Day } from '#core/day/day.ts'
import { applyEdit, type Edit } from '#core/org/edit.ts'
import { ended, type EndRefusal, endedAfter, encloses, overlaps } from '#core/org/interval.ts'
import { goesOnFrom } from '#core/org/as-of.ts'
import type { Holding, Organisation, OrgPost } from '#core/org/organisation.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** 新增人员. A name that somebody has already is refused unless it `isAnother` person of the same name. */
export function addPerson(
  organisation: Organisation,
  asked: { readonly id: string; readonly name: string; readonly isAnother: boolean },
): Outcome<Edit, 'name-taken'> {
  const { id, name, isAnother } = asked
  if (!isAnother && organisation.people.some((person) => person.name === name)) return refuse('name-taken', { name })
  return accept({ people: [{ id, name, account: null }] })
}

/** 关联账号: the person whose login this is; whoever had it before loses it. */
export function linkPerson(
  organisation: Organisation,
  asked: { readonly person: string; readonly account: string },
): Outcome<Edit, 'unknown' | 'nothing-changed'> {
  const person = organisation.people.find(({ id }) => id === asked.person)
  if (person === undefined) return refuse('unknown')
  if (person.account === asked.account) return refuse('nothing-changed')
  const before = organisation.people.filter(({ account }) => account === asked.account)
  return accept({ people: [...before.map((other) => ({ ...other, account: null })), { ...person, account: asked.account }] })
}

/** 新增职务. A title stands once in an org. */
export function addPost(
  organisation: Organisation,
  asked: Omit<OrgPost, 'to' | 'ordinal' | 'aliases'>,
): Outcome<Edit, 'org-not-there' | 'title-taken'> {
  if (!goesOnFrom(organisation, asked.org, asked.from)) return refuse('org-not-there')
  const post: OrgPost = { ...asked, aliases: [], to: null, ordinal: Math.max(0, ...organisation.posts.map(({ ordinal }) => ordinal)) + 1 }
  const isTaken = organisation.posts.some(({ org, title, ...days }) => org === post.org && title === post.title && overlaps(days, post))
  return isTaken ? refuse('title-taken', { title: post.title }) : accept({ posts: [post] })
}

/** 撤销职务 after a day: nobody may hold it any longer. */
export function closePost(
  organisation: Organisation,
  asked: { readonly post: string; readonly to: Day },
): Outcome<Edit, EndRefusal | 'has-holders'> {
  const post = ended(
    organisation.posts.find(({ id }) => id === asked.post),
    asked.to,
  )
  if (!post.ok) return post
  const held = organisation.holdings.filter((holding) => holding.post === asked.post && (holding.to === null || holding.to > asked.to))
  if (held.length > 0) return refuse('has-holders', { count: String(held.length) })
  return accept({
    posts: [post.value],
    memberships: endedAfter(
      organisation.memberships.filter(({ member }) => member.kind === 'post' && member.id === asked.post),
      asked.to,
    ),
    relations: endedAfter(
      organisation.relations.filter(({ leader }) => leader.kind === 'post' && leader.id === asked.post),
      asked.to,
    ),
  })
}

/** Why somebody cannot hold a post. */
export type AppointRefusal = 'unknown' | 'interval-reversed' | 'post-not-there' | 'already-holds' | 'post-held'

/** 任职: a person holds a post. Where the post is for one, nobody else may hold it on any of the days. */
export function appoint(organisation: Organisation, asked: Holding): Outcome<Edit, AppointRefusal> {
  const post = organisation.posts.find(({ id }) => id === asked.post)
  if (post === undefined || !organisation.people.some(({ id }) => id === asked.person)) return refuse('unknown')
  if (asked.to !== null && asked.to < asked.from) return refuse('interval-reversed')
  if (!encloses(post, asked)) return refuse('post-not-there')
  const beside = organisation.holdings.filter((holding) => holding.post === asked.post && overlaps(holding, asked))
  if (beside.some(({ person }) => person === asked.person)) return refuse('already-holds')
  const other = post.isForOne ? beside[0] : undefined
  if (other !== undefined) {
    const name = organisation.people.find(({ id }) => id === other.person)?.name ?? ''
    return refuse('post-held', { name, from: other.from, to: other.to ?? '' })
  }
  return accept({ holdings: [asked] })
}

/** 任职 of somebody who is not known yet: the person is added and appointed, or neither. */
export function appointNew(
  organisation: Organisation,
  asked: { readonly name: string; readonly isAnother: boolean; readonly holding: Holding },
): Outcome<Edit, AppointRefusal | 'name-taken'> {
  const added = addPerson(organisation, { id: asked.holding.person, name: asked.name, isAnother: asked.isAnother })
  if (!added.ok) return added
  const appointed = appoint(applyEdit(organisation, added.value), asked.holding)
  return appointed.ok ? accept({ ...added.value, ...appointed.value }) : appointed
}

/** 免职 or 离任: the last day on which a post is held. */
export function endHolding(organisation: Organisation, asked: { readonly id: string; readonly to: Day }): Outcome<Edit, EndRefusal> {
  const holding = ended(
    organisation.holdings.find(({ id }) => id === asked.id),
    asked.to,
  )
  return holding.ok ? accept({ holdings: [holding.value] }) : holding
}
