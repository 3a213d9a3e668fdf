import type * as z from 'zod'
import type { Names } from '#contract/record.ts'
import type { Pack } from '#core/pack/pack.ts'
import { type RecordSight, recordSight } from '#server/access/records.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import { namesKnown } from '#server/record/names-known.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Found = z.infer<typeof Names>
type Row = readonly [key: string, name: string]

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** 名称: what keys mean, many at once. */
export async function readNames(
  context: Context & { readonly packs: readonly Pack[] },
  { keys }: { readonly keys: readonly string[] },
): Promise<{ names: Found }> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('record:read')
    return { names: await namesOf(tx, actor.jurisdictionId, keys, await recordSight(tx, await scope(), context.packs)) }
  })
}

/** What keys mean (`person:<id>`, `post:<id>`, `org:<id>`, `group:<id>`, `record:<id>`, `commitment:<id>`, pairs `a+b`); those that mean nothing are left out, and, where a `sight` is given, records and
 * commitments that are not seen. */
export async function namesOf(tx: Tx, jurisdictionId: string, keys: Iterable<string>, sight: RecordSight | null = null): Promise<Found> {
  const ids = new Map<string, Set<string>>()
  const single = [...keys].flatMap((each) => each.split('+'))
  for (const key of single) {
    const [kind = '', id = ''] = key.split(':')
    if (UUID.test(id)) ids.set(kind, (ids.get(kind) ?? new Set()).add(id))
  }
  const rows: Row[] = []
  const known = await namesKnown(tx, jurisdictionId)
  for (const [kind, read] of Object.entries(readers)) {
    const wanted = [...(ids.get(kind) ?? [])]
    if (known !== null && ORGANISATIONAL.has(kind))
      rows.push(...wanted.map((id): Row => [`${kind}:${id}`, known.get(`${kind}:${id}`) ?? '']).filter(([, name]) => name !== ''))
    else if (wanted.length > 0) rows.push(...(await read(tx, jurisdictionId, wanted, sight)))
  }
  // in the order in which they were asked for: that of the database follows from rows that are not seen
  const told = new Map(rows)
  return Object.fromEntries(single.flatMap((key) => (told.has(key) ? [[key, told.get(key) ?? '']] : [])))
}

/** Kinds whose names the organisation tells. */
const ORGANISATIONAL: ReadonlySet<string> = new Set(['person', 'post', 'org', 'group'])

type Reader = (tx: Tx, jurisdictionId: string, ids: readonly string[], sight: RecordSight | null) => Promise<readonly Row[]>

const readers: Readonly<Record<string, Reader>> = {
  person: people,
  post: posts,
  org: orgs,
  group: groups,
  record: records,
  commitment: commitments,
}

async function people(tx: Tx, jurisdictionId: string, ids: readonly string[]): Promise<readonly Row[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, name }) => [`person:${id}`, name])
}

async function groups(tx: Tx, jurisdictionId: string, ids: readonly string[]): Promise<readonly Row[]> {
  const rows = await tx
    .selectFrom('orgGroup')
    .select(['id', 'name'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, name }) => [`group:${id}`, name])
}

/** By their latest names. */
async function orgs(tx: Tx, jurisdictionId: string, ids: readonly string[]): Promise<readonly Row[]> {
  const rows = await tx
    .selectFrom('orgTerm')
    .select(['orgId', 'name'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('orgId', 'in', ids)
    .orderBy('fromDay')
    .execute()
  return rows.map(({ orgId, name }) => [`org:${orgId}`, name])
}

/** 立案庭庭长; of a leading post of the whole (院长) the title alone. */
async function posts(tx: Tx, jurisdictionId: string, ids: readonly string[]): Promise<readonly Row[]> {
  const rows = await tx
    .selectFrom('orgPost')
    .innerJoin('org', (join) => join.onRef('org.jurisdictionId', '=', 'orgPost.jurisdictionId').onRef('org.id', '=', 'orgPost.orgId'))
    .select(['orgPost.id', 'orgPost.title', 'orgPost.orgId', 'org.kind'])
    .where('orgPost.jurisdictionId', '=', jurisdictionId)
    .where('org.jurisdictionId', '=', jurisdictionId)
    .where('orgPost.id', 'in', ids)
    .execute()
  const parts = rows.filter(({ kind }) => kind !== 'institution').map(({ orgId }) => orgId)
  const names = parts.length === 0 ? {} : Object.fromEntries(await orgs(tx, jurisdictionId, [...new Set(parts)]))
  return rows.map(({ id, title, orgId }) => [`post:${id}`, `${names[`org:${orgId}`] ?? ''}${title}`])
}

/** Its day and the first of its words. */
async function records(tx: Tx, jurisdictionId: string, ids: readonly string[], sight: RecordSight | null): Promise<readonly Row[]> {
  const rows = await tx
    .selectFrom('recordRevision')
    .select(['id', 'toDay', 'fieldValues'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', 'in', ids)
    .where('isStanding', '=', true)
    .where((eb) => sight?.isSeen ?? eb.lit(true))
    .execute()
  return rows.map(({ id, toDay, fieldValues }) => [`record:${id}`, `${toDay} ${wordsIn(fieldValues)}`.trim()])
}

const LONGEST_NAME = 40

function wordsIn(values: unknown): string {
  const words = typeof values === 'object' && values !== null ? Object.values(values) : []
  const longest = words.filter((each) => typeof each === 'string' && !UUID.test(each)).toSorted((a, b) => b.length - a.length)[0] ?? ''
  return longest.slice(0, LONGEST_NAME)
}

async function commitments(tx: Tx, jurisdictionId: string, ids: readonly string[], sight: RecordSight | null): Promise<readonly Row[]> {
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'ref', 'sentence'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', 'in', ids)
    .where((eb) => (sight === null ? eb.lit(true) : isSeenCommitment(tx, sight.scope, eb.ref('commitmentId'))))
    .execute()
  return rows.map(({ commitmentId, ref, sentence }) => [`commitment:${commitmentId}`, `${ref} ${sentence}`])
}
