import type { Day } from '#core/day/day.ts'
import type { Edit } from '#core/org/edit.ts'
import { ended, type EndRefusal, overlaps } from '#core/org/interval.ts'
import type { GroupReach, Membership, Organisation, Relation } from '#core/org/organisation.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'
import { keyOf, type Party } from '#core/roster/party.ts'

/** 新增群组: with named members, or everyone in an org. */
export function addGroup(
  organisation: Organisation,
  asked: { readonly id: string; readonly name: string; readonly everyoneIn: string | null; readonly reach: GroupReach },
): Outcome<Edit, 'unknown' | 'name-taken'> {
  const { name, everyoneIn } = asked
  if (everyoneIn !== null && !organisation.orgs.some(({ id }) => id === everyoneIn)) return refuse('unknown')
  if (organisation.groups.some((group) => group.name === name)) return refuse('name-taken', { name })
  const ordinal = Math.max(0, ...organisation.groups.map((group) => group.ordinal)) + 1
  return accept({ groups: [{ ...asked, ordinal }] })
}

/** Why a member cannot be added. */
export type MemberRefusal = 'unknown' | 'interval-reversed' | 'by-rule' | 'already-member'

/** 加入群组. */
export function addMember(organisation: Organisation, asked: Membership): Outcome<Edit, MemberRefusal> {
  const group = organisation.groups.find(({ id }) => id === asked.group)
  if (group === undefined || !isKnown(organisation, asked.member)) return refuse('unknown')
  if (asked.to !== null && asked.to < asked.from) return refuse('interval-reversed')
  if (group.everyoneIn !== null) return refuse('by-rule')
  const isMember = organisation.memberships.some(
    (other) => other.group === asked.group && keyOf(other.member) === keyOf(asked.member) && overlaps(other, asked),
  )
  return isMember ? refuse('already-member') : accept({ memberships: [asked] })
}

/** 退出群组: the last day of a membership. */
export function endMember(organisation: Organisation, asked: { readonly id: string; readonly to: Day }): Outcome<Edit, EndRefusal> {
  const membership = ended(
    organisation.memberships.find(({ id }) => id === asked.id),
    asked.to,
  )
  return membership.ok ? accept({ memberships: [membership.value] }) : membership
}

/** Why a relation cannot be added. */
export type RelationRefusal = 'unknown' | 'interval-reversed' | 'leader-is-org' | 'already-related'

/** 分管 or 联系点: a leader looks after an org. Several leaders may share one. */
export function addRelation(organisation: Organisation, asked: Relation): Outcome<Edit, RelationRefusal> {
  if (asked.leader.kind === 'org') return refuse('leader-is-org')
  if (!isKnown(organisation, asked.leader) || !organisation.orgs.some(({ id }) => id === asked.org)) return refuse('unknown')
  if (asked.to !== null && asked.to < asked.from) return refuse('interval-reversed')
  const isRelated = organisation.relations.some(
    (other) =>
      other.kind === asked.kind && other.org === asked.org && keyOf(other.leader) === keyOf(asked.leader) && overlaps(other, asked),
  )
  return isRelated ? refuse('already-related') : accept({ relations: [asked] })
}

/** The last day of 分管 or 联系点. */
export function endRelation(organisation: Organisation, asked: { readonly id: string; readonly to: Day }): Outcome<Edit, EndRefusal> {
  const relation = ended(
    organisation.relations.find(({ id }) => id === asked.id),
    asked.to,
  )
  return relation.ok ? accept({ relations: [relation.value] }) : relation
}

function isKnown(organisation: Organisation, party: Party): boolean {
  const rows = { person: organisation.people, post: organisation.posts, org: organisation.orgs }[party.kind]
  return rows.some(({ id }) => id === party.id)
}
