import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { GroupReach, type Organisation, OrgKind, RelationKind } from '#core/org/organisation.ts'
import { rosterOf } from '#core/org/roster-of.ts'
import type { Party } from '#core/roster/party.ts'
import type { Roster } from '#core/roster/roster.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

/** The organisation of a jurisdiction with its whole history, in its order. */
export async function loadOrganisation(tx: Tx, jurisdictionId: string): Promise<Organisation> {
  const orgs = await tx
    .selectFrom('org')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const terms = await tx
    .selectFrom('orgTerm')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  const people = await tx.selectFrom('person').selectAll().where('jurisdictionId', '=', jurisdictionId).orderBy('id').execute()
  const posts = await tx
    .selectFrom('orgPost')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const holdings = await tx
    .selectFrom('holding')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  const groups = await tx
    .selectFrom('orgGroup')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const memberships = await tx
    .selectFrom('membership')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  const relations = await tx
    .selectFrom('relation')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  return {
    orgs: orgs.map(({ id, kind, aliases, ordinal }) => ({ id, kind: OrgKind.parse(kind), aliases, ordinal })),
    terms: terms.map((row) => ({ id: row.id, org: row.orgId, name: row.name, parent: row.parentId, ...daysOf(row) })),
    people: people.map(({ id, name, accountId }) => ({ id, name, account: accountId })),
    posts: posts.map((row) => ({
      id: row.id,
      org: row.orgId,
      title: row.title,
      rank: row.rank,
      isHead: row.isHead,
      isForOne: row.isForOne,
      aliases: row.aliases,
      ordinal: row.ordinal,
      ...daysOf(row),
    })),
    holdings: holdings.map((row) => ({ id: row.id, post: row.postId, person: row.personId, ...daysOf(row) })),
    groups: groups.map(({ id, name, everyoneInId, reach, ordinal }) => ({
      id,
      name,
      everyoneIn: everyoneInId,
      reach: GroupReach.parse(reach),
      ordinal,
    })),
    memberships: memberships.map((row) => ({ id: row.id, group: row.groupId, member: partyOf(row), ...daysOf(row) })),
    relations: relations.map((row) => ({
      id: row.id,
      kind: RelationKind.parse(row.kind),
      leader: partyOf({ ...row, orgId: null }),
      org: row.orgId,
      ...daysOf(row),
    })),
  }
}

/** 名册 of a jurisdiction over time, as evaluation needs it. */
export async function loadRoster(tx: Tx, jurisdictionId: string): Promise<Roster> {
  return rosterOf(await loadOrganisation(tx, jurisdictionId))
}

/** How many times the organisation was changed. */
export async function loadVersion(tx: Tx, jurisdictionId: string): Promise<number> {
  const row = await tx.selectFrom('organisation').select('version').where('jurisdictionId', '=', jurisdictionId).executeTakeFirst()
  return row?.version ?? 0
}

/** Locks the organisation until the transaction ends: changes to it come one after the other. CONFLICT where `version` no longer stands. */
export async function lockOrganisation(tx: Tx, jurisdictionId: string, version: number | null): Promise<{ readonly version: number }> {
  await tx
    .insertInto('organisation')
    .values({ jurisdictionId, version: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const stands = await tx
    .selectFrom('organisation')
    .select('version')
    .where('jurisdictionId', '=', jurisdictionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (version !== null && stands.version !== version) throw new AppError('CONFLICT', { version: stands.version })
  return stands
}

const dayColumn = z.custom<Day>()
const lastDayColumn = z.custom<Day | null>()

function daysOf(row: { readonly fromDay: unknown; readonly toDay: unknown }): { readonly from: Day; readonly to: Day | null } {
  return { from: dayColumn.parse(row.fromDay), to: lastDayColumn.parse(row.toDay) }
}

function partyOf(row: { readonly personId: string | null; readonly postId: string | null; readonly orgId: string | null }): Party {
  if (row.personId !== null) return { kind: 'person', id: row.personId }
  if (row.postId !== null) return { kind: 'post', id: row.postId }
  return { kind: 'org', id: row.orgId ?? '' }
}
