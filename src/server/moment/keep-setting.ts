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
  const stands =
    setting.part === 'light'
      ? sql`select to_jsonb(light_setting) from light_setting where jurisdiction_id = ${jurisdictionId}`
      : sql`select to_jsonb(register) from register where jurisdiction_id = ${jurisdictionId} and id = ${setting.id}`
  await tx
    .insertInto('settingChange')
    .values({
      jurisdictionId,
      part: setting.part,
      rowKey: setting.part === 'light' ? '' : setting.id,
      changedAt: at,
      before: sql<string>`(${stands})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
