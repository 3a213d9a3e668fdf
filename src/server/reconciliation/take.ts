import type * as z from 'zod'
import type { SubLedgerTaken } from '#contract/reconciliation.ts'
import { readSubLedger } from '#core/reconciliation/read-sub-ledger.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { storeFile } from '#server/files/stored-file.ts'
import { readCells } from '#server/files/read-cells.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 读取分台账: keeps the file and the rows of its first sheet, to be held against the master ledger. */
export async function takeSubLedger(context: Context, file: ReceivedFile, name: string): Promise<z.infer<typeof SubLedgerTaken>> {
  const rows = accepted(readSubLedger(await readCells(name, await file.read())))
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('reconciliation:take')
    // whoever answers for no unit has no ledger of their own
    const { seesAll, entersFor } = await scope()
    if (!seesAll && entersFor.length === 0) accepted(refuse('reconciliation-not-yours'))
    const id = context.newId()
    const fileId = await storeFile(tx, context, file, name)
    await tx
      .insertInto('reconciliation')
      .values({
        jurisdictionId: actor.jurisdictionId,
        id,
        version: 1,
        fileId,
        fileName: name,
        sha256: file.sha256,
        rows: JSON.stringify(rows),
        orgId: null,
        asOf: null,
        agreeing: 0,
        takenAt: context.now,
        takenBy: actor.accountId,
        takenByName: actor.name,
      })
      .execute()
    await record({
      verb: 'reconciliation.take',
      subject: { kind: 'reconciliation', id },
      after: { name, sha256: file.sha256, rows: rows.length },
    })
    return { id }
  })
}
