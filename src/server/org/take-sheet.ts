import type * as z from 'zod'
import type { SheetTaken } from '#contract/org.ts'
import { readRosterSheet } from '#core/org/read-sheet.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readTableInWorker } from '#formats/worker/read-table-in-worker.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const LIMITS = { ms: 60_000, mb: 512 } as const

/** 读取名册: keeps the rows of a sheet for a trial of its import; the file itself is not kept. Nothing of the organisation changes. */
export async function takeSheet(context: Context, file: ReceivedFile, name: string): Promise<z.infer<typeof SheetTaken>> {
  const sheet = readRosterSheet(await cellsOf(name, await file.read()))
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('organisation:import')
    const id = context.newId()
    await tx
      .insertInto('organisationImport')
      .values({
        jurisdictionId: actor.jurisdictionId,
        id,
        fileName: name,
        rows: JSON.stringify(sheet),
        readBy: actor.accountId,
        readAt: context.now,
        appliedAt: null,
      })
      .execute()
    await record({
      verb: 'organisation-import.read',
      subject: { kind: 'organisation-import', id },
      after: { name, sha256: file.sha256, rows: sheet.rows.length, faults: sheet.faults.length },
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
    throw new AppError('REFUSED', { refusal: 'unreadable', params: { ...params, code: error.code } })
  }
}
