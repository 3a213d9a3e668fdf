import type * as z from 'zod'
import type { SheetTaken } from '#contract/org.ts'
import { readRosterSheet } from '#core/org/read-sheet.ts'
import type { Pack } from '#core/pack/pack.ts'
import { readCells } from '#server/files/read-cells.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 读取名册: keeps the rows of a sheet for a trial of its import; the file itself is not kept. Nothing of the organisation changes. */
export async function takeSheet(
  context: Context & { readonly packs: readonly Pack[] },
  file: ReceivedFile,
  name: string,
): Promise<z.infer<typeof SheetTaken>> {
  const cells = await readCells(name, await file.read())
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('organisation:import')
    const { pack } = await loadRegisterSet(tx, actor.jurisdictionId, context.packs)
    const sheet = readRosterSheet(cells, pack.manifest.words)
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
