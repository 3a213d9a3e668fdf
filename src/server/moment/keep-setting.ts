import { sql } from 'kysely'
import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'

/** What is about to be changed: the thresholds of lights, or a register by its id. */
type Setting = { readonly part: 'light' } | { readonly part: 'register'; readonly id: string }

/**
 * Keeps what a change of the thresholds of lights or of a register replaces, before it is saved, so that a past day is judged by what held then (`lookBack`). Of several
 * changes of one instant the first tells what stood before.
 */
export async function keepSetting(tx: Tx, jurisdictionId: string, setting: Setting, at: Instant): Promise<void> {
  const [key, row] = setting.part === 'light' ? ['', sql`to_jsonb(light)`] : [setting.id, sql`to_jsonb(own)`]
  await tx
    .insertInto('settingChange')
    .columns(['jurisdictionId', 'part', 'rowKey', 'changedAt', 'before'])
    .expression((eb) =>
      eb
        .selectFrom('jurisdiction')
        .leftJoin('lightSetting as light', (join) =>
          join.onRef('light.jurisdictionId', '=', 'jurisdiction.id').on('light.jurisdictionId', '=', jurisdictionId),
        )
        .leftJoin('register as own', (join) =>
          join.onRef('own.jurisdictionId', '=', 'jurisdiction.id').on('own.jurisdictionId', '=', jurisdictionId).on('own.id', '=', key),
        )
        .select(['jurisdiction.id', sql<string>`${setting.part}`.as('part'), sql<string>`${key}`.as('key')])
        .select([sql<string>`${at}::timestamptz`.as('at'), row.as('was')])
        .where('jurisdiction.id', '=', jurisdictionId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
