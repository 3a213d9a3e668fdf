import type * as z from 'zod'
import type { SheetRead } from '#contract/record-import.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readTableInWorker } from '#formats/worker/read-table-in-worker.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const LIMITS = { ms: 120_000, mb: 1024 } as const
/** More rows are imported in several files. */
const MOST_ROWS = 20_000

/** 读取: keeps the cells of a sheet for trials of its import; the file itself is not kept. No record changes. */
export async function takeRecordSheet(context: Context, file: ReceivedFile, name: string): Promise<z.infer<typeof SheetRead>> {
  const cells = await cellsOf(name, await file.read())
  if (cells.length > MOST_ROWS) accepted(refuse('sheet-too-long', { rows: String(cells.length), most: String(MOST_ROWS) }))
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('record:import')
    const id = context.newId()
    await tx
      .insertInto('recordImport')
      .values({
        jurisdictionId: actor.jurisdictionId,
        id,
        fileName: name,
        sha256: file.sha256,
        cells: JSON.stringify(cells),
        register: null,
        asked: null,
        state: 'read',
        doneRows: 0,
        allRows: 0,
        outcome: null,
        startedBy: actor.accountId,
        startedByName: actor.name,
        startedByPost: actor.post,
        readAt: context.now,
        changedAt: context.now,
      })
      .execute()
    await record({
      verb: 'record-import.read',
      subject: { kind: 'record-import', id },
      after: { name, sha256: file.sha256, rows: cells.length },
    })
    return { id }
  })
}

async function cellsOf(name: string, bytes: Uint8Array) {
  try {
    return await readTableInWorker(name, bytes, LIMITS)
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    const params = Object.fromEntries(Object.entries(error.params).map(([key, value]) => [key, String(value)]))
    return accepted<never>(refuse('unreadable', { ...params, code: error.code }))
  }
}
