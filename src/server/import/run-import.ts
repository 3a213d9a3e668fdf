import { FormatError } from '#formats/errors/format-error.ts'
import type { Db } from '#server/db/connect.ts'
import { isDatabaseAway } from '#server/db/is-away.ts'
import type { Files } from '#server/files/store.ts'
import { readStoredFile } from '#server/files/stored-file.ts'
import { failImport } from '#server/import/fail-import.ts'
import { rulesInForce } from '#server/phrase-rule/stored.ts'
import { type PlanFile, type ReadPlan, readPlan } from '#server/import/read-plan.ts'
import { savePlan } from '#server/import/save-plan.ts'
import { advance, type ImportKey, isUnfinished } from '#server/import/state.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const LOOK_MS = 500

/**
 * Brings one import to its end: reads and compiles its file, saves the plan. Stands being done twice, also at once: only the one that saves
 * first makes a plan, and nothing is left of an import that was cancelled or failed but its row.
 */
export async function runImport(context: Context & { readonly files: Files }, importId: string): Promise<void> {
  const key = { jurisdictionId: context.actor.jurisdictionId, importId }
  if (!(await advance(context.db, key, 'reading', context.now))) return
  try {
    const read = await readStored(context, key)
    if (await advance(context.db, key, 'saving', context.now)) await savePlan(context, importId, read)
  } catch (error) {
    if (error instanceof FormatError && error.code === 'aborted') return
    // done again once the database is back
    if (isDatabaseAway(error)) throw error
    await failImport(context, importId, error)
    if (!(error instanceof FormatError)) throw error
  }
}

async function readStored(context: Context & { readonly files: Files }, key: ImportKey): Promise<ReadPlan> {
  const { db, now } = context
  const file = await loadFile(context, key)
  const watch = abortWhenEnded(db, key)
  try {
    return await readPlan(file, watch.signal, () => void advance(db, key, 'compiling', now).catch(() => undefined))
  } finally {
    watch.stop()
  }
}

async function loadFile(context: Context & { readonly files: Files }, { importId }: ImportKey): Promise<PlanFile> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('plan:import')
    const { fileId } = await tx
      .selectFrom('planImport')
      .select('fileId')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', importId)
      .executeTakeFirstOrThrow()
    if (fileId === null) throw new FormatError('aborted')
    const { name, content } = await readStoredFile(tx, { actor }, context.files, fileId)
    return { name, content, rules: await rulesInForce(tx, actor.jurisdictionId) }
  })
}

/** Looks now and then whether the import was cancelled, by whichever process. */
function abortWhenEnded(db: Db, key: ImportKey): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController()
  const look = async (): Promise<void> => {
    if (!(await isUnfinished(db, key))) controller.abort()
  }
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS)
  return { signal: controller.signal, stop: () => clearInterval(timer) }
}
