import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Party } from '#core/roster/party.ts'

const interval = { from: Day, to: Day.nullable() }

/** 机构类别: a court or agency that answers for itself, a part of one (庭、处、室), or its outpost (人民法庭). */
export const OrgKind = z.enum(['institution', 'department', 'branch'])
export type OrgKind = z.infer<typeof OrgKind>

/** 机构: what never changes about it is its id; its name and place in the tree are terms. `aliases`: 简称 and other names that plans use. */
export const Org = z.object({ id: z.uuid(), kind: OrgKind, aliases: z.array(z.string()).readonly(), ordinal: z.number().int() }).readonly()
export type Org = z.infer<typeof Org>

/** 名称与隶属: how an org was called and what it belonged to (null: nothing above it), from a day to a day. Terms of one org never overlap. */
export const OrgTerm = z.object({ id: z.uuid(), org: z.uuid(), name: z.string(), parent: z.uuid().nullable(), ...interval }).readonly()
export type OrgTerm = z.infer<typeof OrgTerm>

/** 人员: nothing personal beyond the name. `account`: the login of the person, where they have one. */
export const Person = z.object({ id: z.uuid(), name: z.string(), account: z.uuid().nullable() }).readonly()
export type Person = z.infer<typeof Person>

/** 职务 in an org. `rank`: free words such as 班子成员; `isHead`: 主要负责人; `isForOne`: nobody else may hold it at the same time. */
export const OrgPost = z
  .object({
    id: z.uuid(),
    org: z.uuid(),
    title: z.string(),
    rank: z.string(),
    isHead: z.boolean(),
    isForOne: z.boolean(),
    aliases: z.array(z.string()).readonly(),
    ordinal: z.number().int(),
    ...interval,
  })
  .readonly()
export type OrgPost = z.infer<typeof OrgPost>

/** 任职: who holds a post. */
export const Holding = z.object({ id: z.uuid(), post: z.uuid(), person: z.uuid(), ...interval }).readonly()
export type Holding = z.infer<typeof Holding>

/** Whether those below count as well: only the org with its departments and branches (本级), or subordinate institutions too (含下级). */
export const GroupReach = z.enum(['own', 'all'])
export type GroupReach = z.infer<typeof GroupReach>

/**
 * 群组: 班子成员, 中心组, 领导小组 … `everyoneIn`: all who hold a post in that org, and below it as far as `reach` says, belong by rule; null: members are named.
 */
export const OrgGroup = z
  .object({ id: z.uuid(), name: z.string(), everyoneIn: z.uuid().nullable(), reach: GroupReach, ordinal: z.number().int() })
  .readonly()
export type OrgGroup = z.infer<typeof OrgGroup>

/** Who is named as a member of a group: a post (whoever holds it), a person, or an org. */
export const Membership = z.object({ id: z.uuid(), group: z.uuid(), member: Party, ...interval }).readonly()
export type Membership = z.infer<typeof Membership>

/** 分管 (`inChargeOf`) or 联系点 (`contactUnit`). */
export const RelationKind = z.enum(['inChargeOf', 'contactUnit'])
export type RelationKind = z.infer<typeof RelationKind>

/** A leader (a post, or a person where several hold the post) and the org they look after. */
export const Relation = z.object({ id: z.uuid(), kind: RelationKind, leader: Party, org: z.uuid(), ...interval }).readonly()
export type Relation = z.infer<typeof Relation>

/** 组织机构 of a jurisdiction with its history: days count from `from` to `to`, both included; nothing that has held is ever overwritten. */
export const Organisation = z
  .object({
    orgs: z.array(Org).readonly(),
    terms: z.array(OrgTerm).readonly(),
    people: z.array(Person).readonly(),
    posts: z.array(OrgPost).readonly(),
    holdings: z.array(Holding).readonly(),
    groups: z.array(OrgGroup).readonly(),
    memberships: z.array(Membership).readonly(),
    relations: z.array(Relation).readonly(),
  })
  .readonly()
export type Organisation = z.infer<typeof Organisation>

export const emptyOrganisation: Organisation = {
  orgs: [],
  terms: [],
  people: [],
  posts: [],
  holdings: [],
  groups: [],
  memberships: [],
  relations: [],
}
