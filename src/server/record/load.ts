import { sql } from 'kysely'
import type { Day } from '#core/day/day.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { RecordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'

/** The record that stands, as the caller saw it: NOT_FOUND where there is none or it is out of `sight`, CONFLICT with the revision that stands where another was entered since. */
export async function loadRecord(
  tx: Tx,
  jurisdictionId: string,
  asked: { readonly id: string; readonly revision?: number },
  sight?: Pick<RecordSight, 'isSeen'>,
): Promise<WorkRecord> {
  const row = await tx
    .selectFrom('recordRevision')
    .select(RECORD_COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', asked.id)
    .where('isStanding', '=', true)
    .$if(sight !== undefined, (query) => query.where(sight?.isSeen ?? sql<boolean>`false`))
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  if (asked.revision !== undefined && row.revision !== asked.revision) throw new AppError('CONFLICT', { version: row.revision })
  return recordOf(row)
}

/** Which records an evaluation needs; each way of finding them adds to the others. */
export interface Needed {
  /** All records of these registers. */
  readonly registers: readonly string[]
  /** Of these registers the records that say one of `keys` did it, or name one (`partiesOfRecord`). */
  readonly of: { readonly registers: readonly string[]; readonly keys: readonly string[] }
  readonly ids: readonly string[]
  /** Only records that end on this day or later, but for `ids`; null: of all days. */
  readonly from: Day | null
  /** Only records that begin on this day or earlier, but for `ids`; left out: of all days. */
  readonly to?: Day | undefined
  /** Every revision, not only what stands: for what was known earlier. Then whose they are is not looked at, nor their days. */
  readonly isWithPast: boolean
}

/** More parties than this are not looked for one by one. */
const MOST_KEYS = 500

/** The revisions an evaluation needs, each once. */
export async function loadNeeded(
  tx: Tx,
  jurisdictionId: string,
  { registers, of, ids, from, to, isWithPast }: Needed,
): Promise<WorkRecord[]> {
  const isByKey = !isWithPast && of.keys.length <= MOST_KEYS
  const whole = isByKey ? registers : [...registers, ...of.registers]
  const sought = isByKey ? of.registers.filter((register) => !whole.includes(register)) : []
  const rows = [
    ...(whole.length === 0 ? [] : await loadWhole(tx, jurisdictionId, whole, { from, to, isWithPast })),
    ...(sought.length === 0 || of.keys.length === 0
      ? []
      : await loadByKey(tx, jurisdictionId, { registers: sought, keys: of.keys }, { from, to })),
    ...(ids.length === 0 ? [] : await loadByIds(tx, jurisdictionId, ids, isWithPast)),
  ]
  return [...new Map(rows.map((row) => [`${row.id} ${row.revision}`, row])).values()].map(recordOf)
}

type Row = Parameters<typeof recordOf>[0]

async function loadWhole(
  tx: Tx,
  jurisdictionId: string,
  registers: readonly string[],
  { from, to, isWithPast }: Pick<Needed, 'from' | 'to' | 'isWithPast'>,
): Promise<readonly Row[]> {
  return (
    tx
      .selectFrom('recordRevision')
      .select(RECORD_COLUMNS)
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) => eb('register', '=', eb.fn.any(eb.val(registers))))
      // a former revision may lie on other days than what stands
      .$if(!isWithPast && from !== null, (query) => query.where('toDay', '>=', from ?? ''))
      .$if(!isWithPast && to !== undefined, (query) => query.where('fromDay', '<=', to ?? ''))
      .$if(!isWithPast, (query) => query.where('isStanding', '=', true))
      .execute()
  )
}

async function loadByKey(
  tx: Tx,
  jurisdictionId: string,
  { registers, keys }: Needed['of'],
  { from, to }: Pick<Needed, 'from' | 'to'>,
): Promise<readonly Row[]> {
  return tx
    .selectFrom('recordParty as party')
    .innerJoin('recordRevision as record', (join) =>
      join.onRef('record.jurisdictionId', '=', 'party.jurisdictionId').onRef('record.id', '=', 'party.recordId'),
    )
    .select(RECORD_COLUMNS.map((column) => `record.${column}` as const))
    .where('party.jurisdictionId', '=', jurisdictionId)
    .where('record.jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('party.register', '=', eb.fn.any(eb.val(registers))))
    .where((eb) => eb('party.party', '=', eb.fn.any(eb.val(keys))))
    .$if(from !== null, (query) => query.where('party.toDay', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('record.fromDay', '<=', to ?? ''))
    .where('record.isStanding', '=', true)
    .execute()
}

async function loadByIds(tx: Tx, jurisdictionId: string, ids: readonly string[], isWithPast: boolean): Promise<readonly Row[]> {
  return tx
    .selectFrom('recordRevision')
    .select(RECORD_COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
    .$if(!isWithPast, (query) => query.where('isStanding', '=', true))
    .execute()
}
