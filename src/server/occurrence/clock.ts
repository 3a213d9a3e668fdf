import * as z from 'zod'
import { laterOf } from '#core/calendar/months.ts'
import { Day } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { recompute } from '#server/occurrence/recompute.ts'

const dayColumn = z.custom<Day>()
/** Before anything was evaluated. */
const NEVER = Day.parse('1990-01-01')

/**
 * Locks all that the occurrences of a jurisdiction are computed from until the transaction ends, so that no two writers count without each other; gives the
 * day all of them stand as of.
 */
export async function lockClock(tx: Tx, jurisdictionId: string): Promise<Day> {
  await tx
    .insertInto('occurrenceClock')
    .values({ jurisdictionId, evaluatedOn: NEVER })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { evaluatedOn } = await tx
    .selectFrom('occurrenceClock')
    .select('evaluatedOn')
    .where('jurisdictionId', '=', jurisdictionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return dayColumn.parse(evaluatedOn)
}

/** Locks, and brings the occurrences forward to a day where they stand as of an earlier one: whatever days were missed. Never goes back. */
export async function lockOccurrences(tx: Tx, jurisdictionId: string, today: Day): Promise<Day> {
  const evaluatedOn = await lockClock(tx, jurisdictionId)
  if (evaluatedOn >= today) return laterOf(evaluatedOn, today)
  await recompute(tx, { jurisdictionId, asOf: today })
  await tx.updateTable('occurrenceClock').set({ evaluatedOn: today }).where('jurisdictionId', '=', jurisdictionId).execute()
  return today
}

/** The day the occurrences of a jurisdiction stand as of; null where nothing was evaluated yet. */
export async function loadClock(tx: Tx, jurisdictionId: string): Promise<Day | null> {
  const row = await tx.selectFrom('occurrenceClock').select('evaluatedOn').where('jurisdictionId', '=', jurisdictionId).executeTakeFirst()
  return row ? dayColumn.parse(row.evaluatedOn) : null
}
