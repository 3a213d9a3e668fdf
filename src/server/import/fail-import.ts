import { FormatError } from '#formats/errors/format-error.ts'
import { unfinishedStates } from '#core/plan/plan-import.ts'
import type { Files } from '#server/files/store.ts'
import { clearBytes } from '#server/files/stored-file.ts'
import { isUnfinished } from '#server/import/state.ts'
import { endImport } from '#server/import/end-import.ts'
import { lockImport } from '#server/import/lock-import.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Ends an import that cannot be read, with the code and parameters of the error; `internal` where the fault is ours. Its file goes. */
export async function failImport(context: Context & { readonly files: Files }, importId: string, cause: unknown): Promise<void> {
  const error = cause instanceof FormatError ? { code: cause.code, params: wordsOf(cause) } : { code: 'internal', params: {} }
  if (!(await isUnfinished(context.db, { jurisdictionId: context.actor.jurisdictionId, importId }))) return
  const sha256 = await change(context, async ({ tx, actor, allow, record }) => {
    allow('plan:import')
    const before = await lockImport(tx, actor.jurisdictionId, importId)
    const isOurs = unfinishedStates.some((state) => state === before.state)
    const discarded = isOurs ? await endImport(tx, context, before, 'failed', error) : null
    await record({ verb: 'import.fail', subject: { kind: 'import', id: importId }, before, after: error })
    return discarded
  })
  if (sha256 !== null) await clearBytes(context, context.files, sha256)
}

function wordsOf({ params }: FormatError): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}
