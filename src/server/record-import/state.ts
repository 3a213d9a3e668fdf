import { refuse } from '#core/outcome/outcome.ts'
import { accepted } from '#server/plan/accepted.ts'
import { type ImportState, loadState } from '#server/record-import/load.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

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
