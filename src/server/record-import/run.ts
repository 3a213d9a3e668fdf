import type { Pack } from '#core/pack/pack.ts'
import { planRows } from '#core/record-import/plan-rows.ts'
import { AskedImport } from '#contract/record-import.ts'
import type { Tx } from '#server/db/connect.ts'
import { isDatabaseAway } from '#server/db/is-away.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { prepare } from '#server/record-import/ground.ts'
import { type Asked, loadCells } from '#server/record-import/load.ts'
import { saveSteps } from '#server/record-import/save-steps.ts'
import { noteProgress, UNFINISHED } from '#server/record-import/progress.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** The import has ended meanwhile: cancelled, or done by another process. Everything is undone. */
class Ended extends Error {}

/** The sheet no longer fits what stands. */
class Unfit extends Error {}

type Worker = Context & { readonly packs: readonly Pack[] }

/**
 * Imports the records of one sheet, all or none: in one transaction, with one evaluation at its end. Stands being done twice, also at once: whoever ends it first
 * has done it. Nothing is left of an import that was cancelled, failed or killed but its row.
 */
export async function runRecordImport(context: Worker, importId: string): Promise<void> {
  const key = { jurisdictionId: context.actor.jurisdictionId, importId }
  const progress = async (done: number, all: number): Promise<void> => {
    if (!(await noteProgress(context.db, key, done, all, context.now))) throw new Ended()
  }
  try {
    await importAll(context, importId, progress)
  } catch (error) {
    if (error instanceof Ended) return
    // done again once the database is back
    if (isDatabaseAway(error)) throw error
    await fail(context, importId, error instanceof Unfit ? 'has-faults' : 'internal')
    if (!(error instanceof Unfit)) throw error
  }
}

async function importAll(context: Worker, importId: string, progress: (done: number, all: number) => Promise<void>): Promise<void> {
  await progress(0, 0)
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('record:import')
    const { jurisdictionId } = actor
    const today = await lockOccurrences(tx, jurisdictionId, context.asOf)
    const asked = await loadAsked(tx, jurisdictionId, importId)
    const { cells, fileName } = await loadCells(tx, jurisdictionId, importId)
    const note = `导入更正：${fileName}`.slice(0, 500)
    const { layout, ground } = await prepare(tx, { jurisdictionId, packs: context.packs, asked, cells, at: context.now, today, note })
    const { steps, faults } = planRows(cells, layout, ground)
    if (faults.length > 0) throw new Unfit()
    await saveSteps(tx, context, { register: asked.register, steps, asOf: today, importId }, progress)
    const count = (act: (typeof steps)[number]['act']) => steps.filter((step) => step.act === act).length
    const outcome = { added: count('add'), updated: count('update'), same: count('same'), skipped: count('skip') }
    const { numUpdatedRows } = await tx
      .updateTable('recordImport')
      .set({
        state: 'done',
        cells: null,
        outcome: JSON.stringify(outcome),
        doneRows: steps.length,
        allRows: steps.length,
        changedAt: context.now,
      })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', importId)
      .where('state', 'in', UNFINISHED)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new Ended()
    await record({ verb: 'record-import.apply', subject: { kind: 'record-import', id: importId }, after: { fileName, ...outcome } })
  })
}

async function loadAsked(tx: Tx, jurisdictionId: string, id: string): Promise<Asked> {
  const row = await tx
    .selectFrom('recordImport')
    .select('asked')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .where('state', 'in', UNFINISHED)
    .executeTakeFirst()
  if (!row) throw new Ended()
  return AskedImport.parse(row.asked)
}

async function fail(context: Worker, id: string, error: 'has-faults' | 'internal'): Promise<void> {
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('record:import')
    await tx
      .updateTable('recordImport')
      .set({ state: 'failed', outcome: JSON.stringify({ error }), changedAt: context.now })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', id)
      .where('state', 'in', UNFINISHED)
      .execute()
    await record({ verb: 'record-import.fail', subject: { kind: 'record-import', id }, after: { error } })
  })
}
