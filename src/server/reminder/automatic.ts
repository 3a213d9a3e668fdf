import type { Instant } from '#core/day/day.ts'
import { isReminderDue } from '#core/reminder/reminder.ts'
import { type Db, scopeTo } from '#server/db/connect.ts'
import { recordEntry } from '#server/journal/record.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { loadRemindable } from '#server/reminder/remindable.ts'
import { saveReminders } from '#server/reminder/save.ts'
import { loadReminderSetting } from '#server/reminder/setting.ts'

/** What the program does by itself is the program's. */
const PROGRAM = '系统'

interface Parts {
  readonly db: Db
  readonly newId: () => string
  readonly now: Instant
}

/** 自动催办: reminds of what the rhythm of each jurisdiction asks for today, and where it was done today already of nothing. Gives how many. */
export async function remindAutomatically(parts: Parts): Promise<number> {
  const jurisdictions = await parts.db.selectFrom('jurisdiction').select('id').orderBy('id').execute()
  let reminded = 0
  for (const { id } of jurisdictions) reminded += await remindIn(id, parts)
  return reminded
}

async function remindIn(jurisdictionId: string, { db, newId, now }: Parts): Promise<number> {
  return db.transaction().execute(async (raw) => {
    const tx = scopeTo(raw, jurisdictionId)
    const asOf = dayInShanghai(now)
    const { setting } = await loadReminderSetting(tx, jurisdictionId)
    const rows = await loadRemindable(tx, jurisdictionId, { scope: null, ids: null })
    const due = rows.filter((row) => isReminderDue(row, setting, asOf))
    await saveReminders(tx, jurisdictionId, due, { on: asOf, at: now, note: '', account: null, by: PROGRAM })
    if (due.length === 0) return 0
    const by = { accountId: null, jurisdictionId, name: PROGRAM, post: null }
    const context = { actor: null, newId, now, asOf, requestId: newId(), address: null }
    const after = { on: asOf, refs: due.map(({ ref }) => ref) }
    await recordEntry(raw, context, { verb: 'reminder.automatic', subject: { kind: 'jurisdiction', id: jurisdictionId }, after, by })
    return due.length
  })
}
