import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { Party, PartyId } from '#core/roster/party.ts'

const span = { from: Day, to: Day.nullable() }

/**
 * 机构与人员 over time; every entry holds from a day to a day, both counted (null: until further notice).
 * - `orgs`: the tree. An `institution` (a court, a subordinate court) answers for itself; `department` and `branch` are parts of the institution above.
 * - `posts`: of which org, and whether the post is its head. `holdings`: who holds a post (任职).
 * - `memberships`: 班子成员, 中心组, 全体干警 …; members are people, posts or orgs.
 * - `relations`: 分管 (`inChargeOf`) and 联系点 (`contactUnit`), leader to org.
 */
export const Roster = z
  .object({
    orgs: z
      .array(z.object({ id: PartyId, parent: PartyId.nullable(), kind: z.enum(['institution', 'department', 'branch']), ...span }))
      .readonly(),
    posts: z.array(z.object({ id: PartyId, org: PartyId, isHead: z.boolean() })).readonly(),
    holdings: z.array(z.object({ post: PartyId, person: PartyId, ...span })).readonly(),
    memberships: z.array(z.object({ group: PartyId, member: Party, ...span })).readonly(),
    relations: z.array(z.object({ kind: z.enum(['inChargeOf', 'contactUnit']), leader: Party, org: PartyId, ...span })).readonly(),
  })
  .readonly()
export type Roster = z.infer<typeof Roster>
