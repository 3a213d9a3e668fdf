import { ReminderSetting, usualReminders } from '#core/reminder/reminder.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Stored {
  readonly version: number
  readonly setting: ReminderSetting
}

/** 自动催办 as it stands; version 0: nobody has changed what the program brings. */
export async function loadReminderSetting(tx: Tx, jurisdictionId: string): Promise<Stored> {
  const row = await tx
    .selectFrom('reminderSetting')
    .select(['version', 'daysBefore', 'everyAfter'])
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirst()
  if (!row) return { version: 0, setting: usualReminders }
  return { version: row.version, setting: ReminderSetting.parse({ daysBefore: row.daysBefore, everyAfter: row.everyAfter }) }
}

/** 自动催办. */
export async function getReminderSetting(context: Context): Promise<Stored> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('reminder:configure')
    return loadReminderSetting(tx, actor.jurisdictionId)
  })
}

/** 设置自动催办: counts from the next day's work on. */
export async function setReminderSetting(context: Context, { version, setting }: Stored): Promise<Stored> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('reminder:configure')
    const { jurisdictionId } = actor
    const before = await loadReminderSetting(tx, jurisdictionId)
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    const daysBefore = [...new Set(setting.daysBefore)].toSorted((a, b) => b - a)
    const set = { version: version + 1, daysBefore: JSON.stringify(daysBefore), everyAfter: setting.everyAfter }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('reminderSetting')
      .values({ jurisdictionId, ...set })
      .onConflict((conflict) => conflict.column('jurisdictionId').doUpdateSet(set).where('reminderSetting.version', '=', version))
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new AppError('CONFLICT', { version })
    await record({ verb: 'reminder.configure', subject: { kind: 'reminder-setting', id: jurisdictionId }, before, after: setting })
    return { version: version + 1, setting: { ...setting, daysBefore } }
  })
}
