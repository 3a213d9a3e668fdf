import { sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'

const dayColumn = z.custom<Day>()
const idColumn = z.custom<CommitmentId>()

/** The days that the occurrences of some commitments stand as of; those that were never evaluated are missing. */
export async function loadClocks(
  tx: Tx,
  jurisdictionId: string,
  commitments: readonly CommitmentId[],
): Promise<ReadonlyMap<CommitmentId, Day>> {
  const rows = await tx
    .selectFrom('countingClock')
    .select(['commitmentId', 'evaluatedOn'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(commitments))))
    .where('evaluatedOn', 'is not', null)
    .execute()
  return new Map(rows.map(({ commitmentId, evaluatedOn }) => [idColumn.parse(commitmentId), dayColumn.parse(evaluatedOn)]))
}

/** How many of a hundred defined commitments stand as of a day already, 0 – 99. */
export async function rolledTo(tx: Tx, jurisdictionId: string, day: Day): Promise<number> {
  const { of, done } = await tx
    .selectFrom('counting')
    .leftJoin('countingClock', (join) =>
      join
        .onRef('countingClock.jurisdictionId', '=', 'counting.jurisdictionId')
        .onRef('countingClock.commitmentId', '=', 'counting.commitmentId'),
    )
    .select(({ fn }) => [
      fn.countAll<string>().as('of'),
      fn.countAll<string>().filterWhere('countingClock.evaluatedOn', '>=', day).as('done'),
    ])
    .where('counting.jurisdictionId', '=', jurisdictionId)
    .executeTakeFirstOrThrow()
  return Math.min(99, Math.floor((Number(done) / Math.max(Number(of), 1)) * 100))
}

/** Of all commitments: whatever stood, their occurrences must be worked out anew before anything is read from them. */
export async function forgetClocks(tx: Tx, jurisdictionId: string): Promise<void> {
  await tx
    .updateTable('countingClock')
    .set({ evaluatedOn: null })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('evaluatedOn', 'is not', null)
    .execute()
}

/** Notes as of which days the occurrences of some commitments stand now. */
export async function setClocks(tx: Tx, jurisdictionId: string, clocks: ReadonlyMap<CommitmentId, Day>): Promise<void> {
  if (clocks.size === 0) return
  const rows = [...clocks].map(([id, day]) => ({ id, day }))
  await tx
    .insertInto('countingClock')
    .columns(['jurisdictionId', 'commitmentId', 'evaluatedOn'])
    .expression(
      sql`select ${jurisdictionId}::uuid, id, day from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, day date)`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'commitmentId'])
        .doUpdateSet((eb) => ({ evaluatedOn: eb.ref('excluded.evaluatedOn') }))
        .where(sql<boolean>`counting_clock.evaluated_on is distinct from excluded.evaluated_on`),
    )
    .execute()
}
