import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'

/** Which columns a change is about, in snake case; null: any. */
type Columns = readonly string[] | null

/**
 * Keeps what a change of some commitments and of their rows in the ledger replaces, before it is saved, so that it can be told how they were known (`lookBack`).
 * Of several changes of one instant the first tells what stood before.
 */
export async function keepReplaced(
  tx: Tx,
  jurisdictionId: string,
  ids: readonly string[],
  at: Instant,
  columns: Columns = null,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .insertInto('commitmentChange')
    .columns(['jurisdictionId', 'commitmentId', 'changedAt', 'isNew', 'commitment', 'entry'])
    .expression((eb) =>
      eb
        .selectFrom('commitment')
        .innerJoin('ledgerEntry as entry', (join) =>
          join.onRef('entry.jurisdictionId', '=', 'commitment.jurisdictionId').onRef('entry.commitmentId', '=', 'commitment.id'),
        )
        .select(['commitment.jurisdictionId', 'commitment.id', sql<string>`${at}::timestamptz`.as('at'), sql<boolean>`false`.as('isNew')])
        .select([rowOf('commitment', columns).as('was'), rowOf('entry', columns).as('wasEntry')])
        .where('commitment.jurisdictionId', '=', jurisdictionId)
        .where((row) => row('commitment.id', '=', row.fn.any(row.val(ids)))),
    )
    .onConflict((conflict) =>
      conflict.columns(['jurisdictionId', 'commitmentId', 'changedAt']).doUpdateSet({
        commitment: sql`excluded.commitment || commitment_change.commitment`,
        entry: sql`excluded.entry || commitment_change.entry`,
      }),
    )
    .execute()
}

/** Keeps that there were no such commitments before an instant. They are saved. */
export async function keepMade(tx: Tx, jurisdictionId: string, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return
  await tx
    .insertInto('commitmentChange')
    .columns(['jurisdictionId', 'commitmentId', 'changedAt', 'isNew', 'commitment', 'entry'])
    .expression(
      sql`select ${jurisdictionId}::uuid, id, ${at}::timestamptz, true, '{}'::jsonb, '{}'::jsonb from unnest(${ids}::uuid[]) as made (id)`,
    )
    .execute()
}

function rowOf(table: 'commitment' | 'entry', columns: Columns): RawBuilder<unknown> {
  const row = sql`to_jsonb(${sql.raw(table)})`
  if (columns === null) return row
  return sql`coalesce((select jsonb_object_agg(key, value) from jsonb_each(${row}) where key = any(${columns}::text[])), '{}'::jsonb)`
}
