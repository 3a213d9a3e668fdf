import type { Day } from '#core/day/day.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'

/** The record that stands, as the caller saw it: NOT_FOUND where there is none, CONFLICT with the revision that stands where another was entered since. */
export async function loadRecord(
  tx: Tx,
  jurisdictionId: string,
  asked: { readonly id: string; readonly revision?: number },
): Promise<WorkRecord> {
  const row = await tx
    .selectFrom('recordRevision')
    .select(RECORD_COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', asked.id)
    .where('isStanding', '=', true)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  if (asked.revision !== undefined && row.revision !== asked.revision) throw new AppError('CONFLICT', { version: row.revision })
  return recordOf(row)
}

/** Which records an evaluation needs: those of these registers that end on `from` or later (null: all), and these by themselves. */
export interface Needed {
  readonly registers: readonly string[]
  readonly from: Day | null
  readonly ids: readonly string[]
  /** Every revision, not only what stands: for what was known earlier. */
  readonly isWithPast: boolean
}

/** The revisions an evaluation needs. */
export async function loadNeeded(tx: Tx, jurisdictionId: string, { registers, from, ids, isWithPast }: Needed): Promise<WorkRecord[]> {
  if (registers.length === 0 && ids.length === 0) return []
  // a former revision may lie on other days than what stands
  const since = isWithPast ? null : from
  const rows = await tx
    .selectFrom('recordRevision')
    .select(RECORD_COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => {
      const wanted = registers.length === 0 ? eb.lit(false) : eb('register', 'in', registers)
      const inTime = since === null ? wanted : eb.and([wanted, eb('toDay', '>=', since)])
      return ids.length === 0 ? inTime : eb.or([inTime, eb('id', 'in', ids)])
    })
    .$if(!isWithPast, (query) => query.where('isStanding', '=', true))
    .execute()
  return rows.map(recordOf)
}
