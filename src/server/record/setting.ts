import { LATE_AFTER_DAYS } from '#core/record/late-entry.ts'
import type { Tx } from '#server/db/connect.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** What a jurisdiction has settled about its records. */
interface RecordSetting {
  readonly lateAfterDays: number
}

/** The setting that stands; the defaults of core where nothing was settled. */
export async function loadSetting(tx: Tx, jurisdictionId: string): Promise<RecordSetting> {
  const row = await tx.selectFrom('recordSetting').select('lateAfterDays').where('jurisdictionId', '=', jurisdictionId).executeTakeFirst()
  return row ?? { lateAfterDays: LATE_AFTER_DAYS }
}

/** 登记设置. */
export async function readSetting(context: Context): Promise<RecordSetting> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('record:read')
    return loadSetting(tx, actor.jurisdictionId)
  })
}

/** 修改登记设置: from how many days after the fact an entry is late. */
export async function changeSetting(context: Context, after: RecordSetting): Promise<RecordSetting> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('record:configure')
    const before = await loadSetting(tx, actor.jurisdictionId)
    await tx
      .insertInto('recordSetting')
      .values({ jurisdictionId: actor.jurisdictionId, ...after })
      .onConflict((conflict) => conflict.column('jurisdictionId').doUpdateSet(after))
      .execute()
    await record({ verb: 'record.set', subject: { kind: 'jurisdiction', id: actor.jurisdictionId }, before, after })
    return after
  })
}
