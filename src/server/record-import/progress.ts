import type { Instant } from '#core/day/day.ts'
import type { Db } from '#server/db/connect.ts'
import type { ImportState } from '#server/record-import/load.ts'

/** States of an import that has still to be done. */
export const UNFINISHED = ['queued', 'applying'] as const satisfies readonly ImportState['state'][]

/** Which import. */
interface ImportKey {
  readonly jurisdictionId: string
  readonly importId: string
}

/**
 * Notes how far an import has come, outside of its transaction so that it can be seen; false where it has ended meanwhile (cancelled, or done by another process).
 * No decision, so not journalled.
 */
export async function noteProgress(
  db: Db,
  { jurisdictionId, importId }: ImportKey,
  doneRows: number,
  allRows: number,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recordImport')
    .set({ state: 'applying', doneRows, allRows, changedAt: now })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', importId)
    .where('state', 'in', UNFINISHED)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
