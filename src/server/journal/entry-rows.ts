import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely'
import { Json, type Payload, SealedEntry } from '#core/journal/leaf.ts'
import type { DB, JournalEntry as EntryRow } from '#server/db/types.gen.ts'

/** Columns of an entry that are sealed. */
export const ENTRY_COLUMNS = [
  'jurisdictionId',
  'id',
  'at',
  'actorId',
  'actorName',
  'actorPost',
  'actorOrg',
  'address',
  'requestId',
  'verb',
  'subjectKind',
  'subjectId',
  'result',
  'before',
  'after',
  'salt',
] as const satisfies readonly (keyof EntryRow)[]

export type SealedColumns = Pick<Selectable<EntryRow>, (typeof ENTRY_COLUMNS)[number]>

/** What stood before and after, as it is digested. */
export function payloadIn({ salt, before, after }: Pick<SealedColumns, 'salt' | 'before' | 'after'>): Payload {
  return { salt: salt?.toString('hex') ?? '', before: Json.parse(before ?? null), after: Json.parse(after ?? null) }
}

/** The entry of a row, as it is sealed with the digest of its payload. */
export function sealedIn(row: SealedColumns, payload: string): SealedEntry {
  return SealedEntry.parse({
    id: row.id,
    jurisdiction: row.jurisdictionId,
    at: row.at,
    actor: row.actorId,
    actorName: row.actorName,
    actorPost: row.actorPost,
    ...(row.actorOrg === null ? {} : { actorOrg: row.actorOrg }),
    address: row.address,
    request: row.requestId,
    verb: row.verb,
    subjectKind: row.subjectKind,
    subject: row.subjectId,
    result: row.result,
    payload,
  })
}

/** The condition that an entry has no leaf yet. */
export function isUnsealed(eb: ExpressionBuilder<DB, 'journalEntry'>, jurisdictionId: string): Expression<SqlBool> {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('journalLeaf')
        .select('leafIndex')
        .where('journalLeaf.jurisdictionId', '=', jurisdictionId)
        .whereRef('journalLeaf.entryId', '=', 'journalEntry.id'),
    ),
  )
}
