import type { Files } from '#server/files/store.ts'
import type { Download } from '#server/http/download.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly files: Files }

/** The report that was issued, byte for byte. Journalled. */
export async function giveReport(context: Caller, id: string): Promise<Download> {
  return give(context, id, 'reportFileId')
}

/** The ledger that was issued with it. Journalled. */
export async function giveReportLedger(context: Caller, id: string): Promise<Download> {
  return give(context, id, 'ledgerFileId')
}

async function give(context: Caller, id: string, which: 'reportFileId' | 'ledgerFileId'): Promise<Download> {
  const { jurisdictionId } = context.actor
  const { name, sha256 } = await change(context, async ({ tx, allow, record }) => {
    allow('quarter-report:read')
    const row = await tx
      .selectFrom('quarterReport')
      .innerJoin('storedFile', (join) =>
        join.onRef('storedFile.jurisdictionId', '=', 'quarterReport.jurisdictionId').onRef('storedFile.id', '=', `quarterReport.${which}`),
      )
      .select(['storedFile.name', 'storedFile.sha256'])
      .where('quarterReport.jurisdictionId', '=', jurisdictionId)
      .where('storedFile.jurisdictionId', '=', jurisdictionId)
      .where('quarterReport.id', '=', id)
      .executeTakeFirst()
    if (!row) throw new AppError('NOT_FOUND')
    await record({ verb: 'quarter-report.export', subject: { kind: 'quarter-report', id }, after: { file: row.name } })
    return row
  })
  const { bytes, content } = await context.files.stream(jurisdictionId, sha256)
  return { name, type: 'application/octet-stream', bytes, content }
}
