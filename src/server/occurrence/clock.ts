import * as z from 'zod'
import { laterOf } from '#core/calendar/months.ts'
import { addDays, Day } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { forgetClocks } from '#server/occurrence/counting-clock.ts'
import { recompute } from '#server/occurrence/recompute.ts'

const dayColumn = z.custom<Day>()
/** Before anything was evaluated. */
const NEVER = Day.parse('1990-01-01')

/**
 * Locks all that the occurrences of a jurisdiction are computed from until the transaction ends, so that no two writers count without each other; gives the
 * day all of them stand as of, or later.
 */
export async function lockClock(tx: Tx, jurisdictionId: string): Promise<Day> {
  const found = await lockRow(tx, jurisdictionId)
  if (found !== null) return found
  await tx
    .insertInto('occurrenceClock')
    .values({ jurisdictionId, evaluatedOn: NEVER })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await lockRow(tx, jurisdictionId)) ?? NEVER
}

async function lockRow(tx: Tx, jurisdictionId: string): Promise<Day | null> {
  const row = await tx
    .selectFrom('occurrenceClock')
    .select('evaluatedOn')
    .where('jurisdictionId', '=', jurisdictionId)
    .forUpdate()
    .executeTakeFirst()
  return row ? dayColumn.parse(row.evaluatedOn) : null
}

/**
 * Locks for a write, and gives the day what it touches must stand as of: today, never earlier than what is kept. Whatever it touches is brought forward first
 * (`follow`); the rest follows by itself (`rollForward`).
 */
export async function lockOccurrences(tx: Tx, jurisdictionId: string, today: Day): Promise<Day> {
  const evaluatedOn = await lockClock(tx, jurisdictionId)
  if (evaluatedOn !== NEVER) return laterOf(evaluatedOn, today)
  // nothing was evaluated yet: nobody knows who looks at what
  await recompute(tx, { jurisdictionId, asOf: today })
  await setClock(tx, jurisdictionId, today)
  return today
}

/**
 * After a change that any occurrence may follow from: has all of them worked out anew by whoever brings forward (`rollOne`). Until then a write brings forward what it
 * touches, one commitment is worked out where it is asked for, and lists say how far it is. The clock is locked.
 */
export async function recomputeLater(tx: Tx, jurisdictionId: string, today: Day): Promise<void> {
  await forgetClocks(tx, jurisdictionId)
  const before = addDays(today, -1)
  await tx
    .updateTable('occurrenceClock')
    .set({ evaluatedOn: before })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('evaluatedOn', '>', before)
    .execute()
}

/** Says that all occurrences of a jurisdiction stand as of a day, or later. The clock is locked. */
export async function setClock(tx: Tx, jurisdictionId: string, day: Day): Promise<void> {
  await tx
    .updateTable('occurrenceClock')
    .set({ evaluatedOn: day })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('evaluatedOn', '<', day)
    .execute()
}

/** The day the occurrences of a jurisdiction stand as of, all of them at least; null where nothing was evaluated yet. */
export async function loadClock(tx: Tx, jurisdictionId: string): Promise<Day | null> {
  const row = await tx.selectFrom('occurrenceClock').select('evaluatedOn').where('jurisdictionId', '=', jurisdictionId).executeTakeFirst()
  return row ? dayColumn.parse(row.evaluatedOn) : null
}
