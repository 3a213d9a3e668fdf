import { type ImportState, unfinishedStates } from '#core/plan/plan-import.ts'
import type { Db } from '#server/db/connect.ts'
import type { Instant } from '#core/day/day.ts'

/** Which import. */
export interface ImportKey {
  readonly jurisdictionId: string
  readonly importId: string
}

const PROGRESS = { queued: 0, reading: 10, compiling: 40, saving: 70, done: 100, failed: 100, cancelled: 100 } as const satisfies Record<
  ImportState,
  number
>

/** How far an import has come in a state, in percent. */
function progressIn(state: ImportState): number {
  return PROGRESS[state]
}

/** Notes that an import has come further; false where it has ended meanwhile (cancelled, or done by another process). No decision, so not journalled. */
export async function advance(db: Db, { jurisdictionId, importId }: ImportKey, state: ImportState, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('planImport')
    .set({ state, progress: progressIn(state), changedAt: now })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', importId)
    .where('state', 'in', unfinishedStates)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Whether work is left to do on an import. */
export async function isUnfinished(db: Db, { jurisdictionId, importId }: ImportKey): Promise<boolean> {
  const row = await db
    .selectFrom('planImport')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', importId)
    .where('state', 'in', unfinishedStates)
    .executeTakeFirst()
  return row !== undefined
}
