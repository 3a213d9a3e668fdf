import { type Expression, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import type { DB } from '#server/db/types.gen.ts'
import type { Day } from '#core/day/day.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { FieldId, RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import type { Tx } from '#server/db/connect.ts'
import { isEnteredLate } from '#server/record/late.ts'
import { holding } from '#server/record/parties.ts'

/** Which records of a register are seen. */
export interface Seen {
  readonly register: RegisterId
  readonly from: Day | null
  readonly to: Day | null
  readonly org: string | null
  /** Empty: all. */
  readonly states: readonly WorkRecord['state'][]
  readonly isLate: boolean | null
  readonly text: string
  readonly choices: Readonly<Partial<Record<FieldId, readonly string[]>>>
  readonly sort: { readonly by: string; readonly isDown: boolean } | null
}

interface Ground {
  readonly jurisdictionId: string
  readonly register: Register | undefined
  readonly lateAfterDays: number
}

export type SeenRecords = SelectQueryBuilder<DB, 'recordRevision', object>

/** The records that stand and that the filters leave. */
export async function seenRecords(tx: Tx, { jurisdictionId, register, lateAfterDays }: Ground, seen: Seen): Promise<SeenRecords> {
  const { from, to, org, states, isLate, text, choices } = seen
  const named = text === '' ? [] : await namedSo(tx, jurisdictionId, text)
  const chosen = Object.entries(choices).filter(([id]) => register?.fields.some((field) => field.id === id) ?? false)
  let query: SeenRecords = tx
    .selectFrom('recordRevision')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('register', '=', seen.register)
    .where('isStanding', '=', true)
  if (from !== null) query = query.where('toDay', '>=', from)
  if (to !== null) query = query.where('fromDay', '<=', to)
  if (org !== null) query = query.where('orgId', '=', org)
  if (states.length > 0) query = query.where('state', 'in', states)
  if (isLate !== null)
    query = query.where((eb) => {
      const late = eb.exists(
        eb
          .selectFrom('recordRevision as first')
          .select('first.id')
          .where('first.jurisdictionId', '=', jurisdictionId)
          .whereRef('first.id', '=', 'recordRevision.id')
          .where('first.revision', '=', 1)
          .where(isEnteredLate({ lateAfterDays, filing: register?.filing ?? null })),
      )
      return isLate ? late : eb.not(late)
    })
  for (const [field, options] of chosen) query = query.where(sql<boolean>`field_values->${field} ?| ${options}::text[]`)
  return text === '' ? query : query.where(wordsHold(text, named, register))
}

/** Words of text, choices and numbers, or somebody who is called so, anywhere in the record. */
function wordsHold(text: string, named: readonly string[], register: Register | undefined): Expression<SqlBool> {
  const fields = register?.fields ?? []
  const words = fields.filter(({ type }) => ['text', 'choice', 'number', 'decimal', 'day'].includes(type)).map(({ id }) => id)
  const parties = fields.filter(({ type }) => type === 'people' || type === 'orgs').map(({ id }) => id)
  const written = sql.join([sql`''`, ...words.map((id) => sql`field_values->>${id}`)])
  // without letters there is no case to fold, which takes most of the time
  const like = /\p{Cased}/u.test(text) ? sql`ILIKE` : sql`LIKE`
  const spoken = sql<boolean>`concat_ws(' ', ${written}) ${like} ${holding(text)}`
  if (named.length === 0) return spoken
  const who = sql.join([sql`org_id::text`, sql`subjects::text`, ...parties.map((id) => sql`field_values->>${id}`)])
  return sql<boolean>`(${spoken} OR concat_ws(' ', ${who}) LIKE ANY(${named.map((id) => `%${id}%`)}::text[]))`
}

/** So many people and orgs may be called alike. */
const MOST_NAMED = 50

/** Ids of people, posts and orgs whose name holds a text. */
async function namedSo(tx: Tx, jurisdictionId: string, text: string): Promise<readonly string[]> {
  const like = holding(text)
  const people = await tx
    .selectFrom('person')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('name', 'ilike', like)
    .limit(MOST_NAMED)
    .execute()
  const orgs = await tx
    .selectFrom('orgTerm')
    .select('orgId as id')
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('name', 'ilike', like)
    .limit(MOST_NAMED)
    .execute()
  const posts = await tx
    .selectFrom('orgPost')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('title', 'ilike', like)
    .limit(MOST_NAMED)
    .execute()
  return [...people, ...orgs, ...posts].map(({ id }) => id)
}
