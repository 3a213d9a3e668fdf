import type { CommitmentId } from '#core/commitment/commitment.ts'
import { addDays, Day, dayOf, lastDayOfMonth } from '#core/day/day.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { ProgressUpdate } from '#core/progress/progress.ts'
import { RecordId } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'

/** Every revision of the texts of a commitment, the last quarter first and in it the last revision. */
export async function loadUpdates(tx: Tx, jurisdictionId: string, commitment: string): Promise<readonly ProgressUpdate[]> {
  const rows = await tx
    .selectFrom('progressUpdate')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .orderBy('year', 'desc')
    .orderBy('quarter', 'desc')
    .orderBy('orgName')
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(({ orgId, onDay, enteredByName, enteredAt, ...row }) =>
    ProgressUpdate.parse({ ...row, org: orgId, on: onDay, by: enteredByName, at: enteredAt }),
  )
}

/** First and last day of a quarter. */
export function daysOfQuarter({ year, quarter }: Quarter): { readonly from: Day; readonly to: Day } {
  const from = dayOf(year, quarter * 3 - 2, 1)
  const to = lastDayOfMonth(year, quarter * 3)
  if (from === null || to === null) throw new Error('no such quarter')
  return { from, to }
}

const SHOWN = 10

/** The records of a quarter that count for a commitment: how many, and the last of them. */
export async function recordsOf(
  tx: Tx,
  jurisdictionId: string,
  { commitment, quarter }: { readonly commitment: CommitmentId; readonly quarter: Quarter },
): Promise<{ readonly count: number; readonly shown: readonly { readonly id: RecordId; readonly on: Day }[] }> {
  const { from, to } = daysOfQuarter(quarter)
  const counted = tx
    .selectFrom('credit')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .where('counts', '=', true)
    .where('part', '<>', 'base')
    .where('onDay', '>=', from)
    .where('onDay', '<', addDays(to, 1))
  const { count } = await counted.select(({ fn }) => fn.count<string>('recordId').distinct().as('count')).executeTakeFirstOrThrow()
  const rows = await counted.select(['recordId', 'onDay']).distinct().orderBy('onDay', 'desc').orderBy('recordId').limit(SHOWN).execute()
  return { count: Number(count), shown: rows.map(({ recordId, onDay }) => ({ id: RecordId.parse(recordId), on: Day.parse(onDay) })) }
}
