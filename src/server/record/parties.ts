import { sql } from 'kysely'
import type * as z from 'zod'
import type { Names } from '#contract/record.ts'
import type { OfferedParty } from '#contract/record-reading.ts'
import type { Day } from '#core/day/day.ts'
import { membersOn } from '#core/roster/members-on.ts'
import { keyOf, type Party } from '#core/roster/party.ts'
import { indexRoster } from '#core/roster/roster-index.ts'
import type { Tx } from '#server/db/connect.ts'
import { cachedOrganisation } from '#server/org/cached.ts'
import { AppError } from '#server/platform/errors.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Offered = z.infer<typeof OfferedParty>

interface Sought {
  readonly jurisdictionId: string
  readonly text: string
  readonly on: Day
  readonly limit: number
}

/** Whom a record can name: people, posts, orgs and groups of a day by a part of their name, the nearest first. */
export async function findParties(
  context: Context,
  input: Omit<Sought, 'jurisdictionId'> & { readonly kinds: readonly Offered['kind'][] },
): Promise<{ items: readonly Offered[] }> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('record:enter')
    const sought = { ...input, jurisdictionId: actor.jurisdictionId }
    const found: Offered[] = []
    for (const kind of ['person', 'group', 'post', 'org'] as const)
      if (input.kinds.includes(kind) && (kind === 'group' || input.text !== '')) found.push(...(await finders[kind](tx, sought)))
    const rank = ({ name }: Offered): number =>
      name === input.text ? 0 : name.startsWith(input.text) ? 1 : name.includes(input.text) ? 2 : 3
    return { items: found.toSorted((a, b) => rank(a) - rank(b)).slice(0, input.limit) }
  })
}

/** Everyone who belongs to a group on a day; NOT_FOUND where there is no such group. */
export async function listMembers(
  context: Context,
  { group, on }: { readonly group: string; readonly on: Day },
): Promise<{ parties: readonly Party[]; names: z.infer<typeof Names> }> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('record:enter')
    const { jurisdictionId } = actor
    const row = await tx
      .selectFrom('orgGroup')
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', group)
      .executeTakeFirst()
    if (!row) throw new AppError('NOT_FOUND')
    const parties = membersOn(group, on, indexRoster((await cachedOrganisation(tx, jurisdictionId)).roster))
    return { parties, names: await namesOf(tx, jurisdictionId, parties.map(keyOf)) }
  })
}

/** For LIKE: what a person types is never a pattern. */
export function holding(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

const finders: Readonly<Record<Offered['kind'], (tx: Tx, sought: Sought) => Promise<readonly Offered[]>>> = {
  person: findPeople,
  post: findPosts,
  org: findOrgs,
  group: findGroups,
}

/** By their own name or their post's. */
async function findPeople(tx: Tx, { jurisdictionId, text, on, limit }: Sought): Promise<readonly Offered[]> {
  const rows = await held(tx, jurisdictionId, on)
    .where((eb) => eb.or([eb('person.name', 'ilike', holding(text)), eb('orgPost.title', 'ilike', holding(text))]))
    .orderBy(sql`position(${text} in person.name) = 0`)
    .orderBy('orgPost.ordinal')
    .orderBy('person.id')
    .limit(limit * 3)
    .execute()
  const idle = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('name', 'ilike', holding(text))
    .orderBy('id')
    .limit(limit)
    .execute()
  const found = new Map<string, Offered>()
  for (const { personId, name, title, org } of rows) {
    const more = [found.get(personId)?.more ?? '', `${org} ${title}`].filter((each) => each !== '').join('、')
    found.set(personId, { kind: 'person', id: personId, name, more })
  }
  for (const { id, name } of idle) if (!found.has(id)) found.set(id, { kind: 'person', id, name, more: '' })
  return [...found.values()]
}

async function findPosts(tx: Tx, { jurisdictionId, text, on, limit }: Sought): Promise<readonly Offered[]> {
  const rows = await tx
    .selectFrom('orgPost')
    .innerJoin('orgTerm', (join) =>
      join.onRef('orgTerm.jurisdictionId', '=', 'orgPost.jurisdictionId').onRef('orgTerm.orgId', '=', 'orgPost.orgId'),
    )
    .select(['orgPost.id', 'orgPost.title', 'orgTerm.name'])
    .where('orgPost.jurisdictionId', '=', jurisdictionId)
    .where('orgTerm.jurisdictionId', '=', jurisdictionId)
    .where('orgPost.title', 'ilike', holding(text))
    .where('orgTerm.fromDay', '<=', on)
    .where((eb) => eb.or([eb('orgTerm.toDay', 'is', null), eb('orgTerm.toDay', '>=', on)]))
    .where('orgPost.fromDay', '<=', on)
    .where((eb) => eb.or([eb('orgPost.toDay', 'is', null), eb('orgPost.toDay', '>=', on)]))
    .orderBy('orgPost.ordinal')
    .orderBy('orgPost.id')
    .limit(limit)
    .execute()
  return rows.map(({ id, title, name }) => ({ kind: 'post', id, name: title, more: name }))
}

async function findOrgs(tx: Tx, { jurisdictionId, text, on, limit }: Sought): Promise<readonly Offered[]> {
  const rows = await tx
    .selectFrom('orgTerm')
    .innerJoin('org', (join) => join.onRef('org.jurisdictionId', '=', 'orgTerm.jurisdictionId').onRef('org.id', '=', 'orgTerm.orgId'))
    .select(['org.id', 'orgTerm.name', 'org.aliases'])
    .where('orgTerm.jurisdictionId', '=', jurisdictionId)
    .where('org.jurisdictionId', '=', jurisdictionId)
    .where((eb) =>
      eb.or([eb('orgTerm.name', 'ilike', holding(text)), eb(sql<string>`array_to_string(org.aliases, ' ')`, 'ilike', holding(text))]),
    )
    .where('orgTerm.fromDay', '<=', on)
    .where((eb) => eb.or([eb('orgTerm.toDay', 'is', null), eb('orgTerm.toDay', '>=', on)]))
    .orderBy('org.ordinal')
    .orderBy('org.id')
    .limit(limit)
    .execute()
  return rows.map(({ id, name, aliases }) => ({ kind: 'org', id, name, more: name.includes(text) ? '' : aliases.join('、') }))
}

async function findGroups(tx: Tx, { jurisdictionId, text, limit }: Sought): Promise<readonly Offered[]> {
  const rows = await tx
    .selectFrom('orgGroup')
    .select(['id', 'name'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('name', 'ilike', holding(text))
    .orderBy('ordinal')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, name }) => ({ kind: 'group', id, name, more: '' }))
}

/** Who holds which post of which org on a day. */
function held(tx: Tx, jurisdictionId: string, on: Day) {
  return tx
    .selectFrom('holding')
    .innerJoin('person', (join) =>
      join.onRef('person.jurisdictionId', '=', 'holding.jurisdictionId').onRef('person.id', '=', 'holding.personId'),
    )
    .innerJoin('orgPost', (join) =>
      join.onRef('orgPost.jurisdictionId', '=', 'holding.jurisdictionId').onRef('orgPost.id', '=', 'holding.postId'),
    )
    .innerJoin('orgTerm', (join) =>
      join.onRef('orgTerm.jurisdictionId', '=', 'orgPost.jurisdictionId').onRef('orgTerm.orgId', '=', 'orgPost.orgId'),
    )
    .select(['holding.personId', 'person.name', 'orgPost.title', 'orgTerm.name as org', 'orgPost.orgId'])
    .where('holding.jurisdictionId', '=', jurisdictionId)
    .where('person.jurisdictionId', '=', jurisdictionId)
    .where('orgPost.jurisdictionId', '=', jurisdictionId)
    .where('orgTerm.jurisdictionId', '=', jurisdictionId)
    .where('holding.fromDay', '<=', on)
    .where((eb) => eb.or([eb('holding.toDay', 'is', null), eb('holding.toDay', '>=', on)]))
    .where('orgTerm.fromDay', '<=', on)
    .where((eb) => eb.or([eb('orgTerm.toDay', 'is', null), eb('orgTerm.toDay', '>=', on)]))
}
