import { refuse } from '#core/outcome/outcome.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { accepted } from '#server/plan/accepted.ts'
import { recordImportJob } from '#server/record-import/job.ts'
import { type Asked, type ImportState, loadCells, loadSame, loadState } from '#server/record-import/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 确认导入: queues it, and remembers what its columns hold. Refused where it was started already, or the same file was imported and nobody says it is meant. */
export async function startRecordImport(
  context: Context & { readonly jobs: Jobs },
  { id, isAgain, ...asked }: Asked & { readonly id: string; readonly isAgain: boolean },
): Promise<ImportState> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('record:import')
    const { jurisdictionId } = actor
    const before = await loadState(tx, jurisdictionId, id, true)
    if (before.state !== 'read' && before.state !== 'failed') accepted(refuse('import-over'))
    const { cells, sha256 } = await loadCells(tx, jurisdictionId, id)
    if (!isAgain && (await loadSame(tx, jurisdictionId, asked.register, sha256))) accepted(refuse('imported-before'))
    await tx
      .updateTable('recordImport')
      .set({
        state: 'queued',
        register: asked.register,
        asked: JSON.stringify(asked),
        doneRows: 0,
        allRows: cells.length,
        outcome: null,
        startedBy: actor.accountId,
        startedByName: actor.name,
        startedByPost: actor.post,
        changedAt: context.now,
      })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    const columns = JSON.stringify(asked.columns)
    if (Object.keys(asked.columns).length > 0)
      await tx
        .insertInto('recordImportColumns')
        .values({ jurisdictionId, register: asked.register, columns })
        .onConflict((conflict) => conflict.columns(['jurisdictionId', 'register']).doUpdateSet({ columns }))
        .execute()
    await context.jobs.send(tx, context, recordImportJob, { importId: id })
    await record({ verb: 'record-import.start', subject: { kind: 'record-import', id }, after: asked })
    return loadState(tx, jurisdictionId, id)
  })
}
