import type { Post } from '#core/access/post.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { Day } from '#core/day/day.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'

/** Whose scope: the post of the account and the person it is linked to; null: to nobody, who then sees what is everybody's. */
export interface Sighted {
  readonly post: Post
  readonly person: string | null
  /** By 代理: for this post alone, and nothing of one's own. */
  readonly acting?: { readonly orgPost: string }
}

/**
 * 可见范围: what of its jurisdiction an account sees and for whom it enters records, as of a day.
 * - `office` sees and enters everything; a leader sees the whole ledger; everybody else what their orgs and they themselves are named for.
 */
export interface AccessScope {
  readonly post: Post
  readonly person: string | null
  /** Every confirmed row of the ledger and its commitment is seen. */
  readonly seesLedger: boolean
  /** Every record is seen, and drafts of plans, imports and accounts. */
  readonly seesAll: boolean
  /** Orgs whose rows and records are seen: where posts are held, below those headed, and those a leader looks after. */
  readonly orgs: readonly string[]
  /** Orgs in whose name records are entered: of a unit its own, of a leader those in their charge (分管). */
  readonly entersFor: readonly string[]
  /** Orgs where a post is held: what a leader did themselves is filed there. */
  readonly home: readonly string[]
  /** Orgs of which the person is head, with all below. */
  readonly headed: readonly string[]
  /** 分管 and 联系点 of a leader, each with all below. */
  readonly inChargeOf: readonly string[]
  readonly contactUnits: readonly string[]
  /** The person and the posts held, as occurrences name their subjects. */
  readonly self: readonly PartyKey[]
}

/** 可见范围 of an account as of a day. An account without a person, and a person without a post, see no org's rows. */
export function scopeOf({ post, person: whose, acting }: Sighted, organisation: Organisation, asOf: Day): AccessScope {
  const now = organisationAsOf(organisation, asOf)
  const person = acting === undefined ? whose : null
  const held =
    acting !== undefined
      ? [acting.orgPost]
      : person === null
        ? []
        : now.holdings.filter((holding) => holding.person === person).map((holding) => holding.post)
  const posts = now.posts.filter(({ id }) => held.includes(id))
  const below = orgsBelow(now)
  const home = distinct(posts.map(({ org }) => org))
  const headed = distinct(posts.filter(({ isHead }) => isHead).flatMap(({ org }) => below(org)))
  const ofPosts = held.map((id): Party => ({ kind: 'post', id }))
  const self: readonly Party[] = person === null ? ofPosts : [{ kind: 'person', id: person }, ...ofPosts]
  const keys = self.map(keyOf)
  const lookedAfter = (kind: 'inChargeOf' | 'contactUnit'): readonly string[] =>
    post === 'leader'
      ? distinct(now.relations.filter((each) => each.kind === kind && keys.includes(keyOf(each.leader))).flatMap(({ org }) => below(org)))
      : []
  const inChargeOf = lookedAfter('inChargeOf')
  const contactUnits = lookedAfter('contactUnit')
  const own = post === 'leader' ? [] : distinct([...home, ...headed])
  return {
    post,
    person,
    seesLedger: post === 'office' || post === 'leader',
    seesAll: post === 'office',
    orgs: distinct([...own, ...inChargeOf, ...contactUnits]),
    entersFor: distinct([...own, ...inChargeOf]),
    home,
    headed,
    inChargeOf,
    contactUnits,
    self: keys,
  }
}

/** Whether somebody may file a fact: for an org of theirs, or, a leader, as one of those who did it. `subjects`: who did it. */
export function mayEnterFor(scope: AccessScope, { org, subjects }: { readonly org: string; readonly subjects: readonly Party[] }): boolean {
  if (scope.seesAll || scope.entersFor.includes(org)) return true
  const isDoer = subjects.some((party) => scope.self.includes(keyOf(party)))
  return scope.post === 'leader' && scope.home.includes(org) && isDoer
}

/** Whether an occurrence is of the person, of a post they hold or of an org of the scope; of a pair the first side counts. */
export function ownsSubject({ orgs, self }: Pick<AccessScope, 'orgs' | 'self'>, subject: string): boolean {
  const [first = ''] = subject.split('+')
  return self.includes(first) || orgs.some((org) => first === `org:${org}`)
}

/** An org with all below it, in an organisation as of a day. */
function orgsBelow({ terms }: Organisation): (org: string) => readonly string[] {
  const children = Map.groupBy(terms, ({ parent }) => parent)
  return (org) => {
    const found = new Set([org])
    // what is added while walking is walked too; an org is never walked twice
    for (const each of found) for (const child of children.get(each) ?? []) found.add(child.org)
    return [...found]
  }
}

function distinct<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)]
}
