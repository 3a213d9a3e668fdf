import type { Instant } from '#core/day/day.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Db } from '#server/db/connect.ts'
import { accepted } from '#server/plan/accepted.ts'
import { type ImportState, loadState } from '#server/record-import/load.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

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

/** 导入进度. */
export async function getRecordImport(context: Context, { id }: { readonly id: string }): Promise<ImportState> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('record:import')
    return loadState(tx, actor.jurisdictionId, id)
  })
}

/** 取消导入: whoever is at it stops and undoes everything. Refused once it has ended. */
export async function cancelRecordImport(context: Context, { id }: { readonly id: string }): Promise<ImportState> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('record:import')
    const before = await loadState(tx, actor.jurisdictionId, id, true)
    if (before.state === 'done' || before.state === 'cancelled') accepted(refuse('finished'))
    await tx
      .updateTable('recordImport')
      .set({ state: 'cancelled', cells: null, changedAt: context.now })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', id)
      .execute()
    await record({ verb: 'record-import.cancel', subject: { kind: 'record-import', id }, before: { state: before.state } })
    return loadState(tx, actor.jurisdictionId, id)
  })
}
