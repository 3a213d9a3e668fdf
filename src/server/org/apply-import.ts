import type { Day } from '#core/day/day.ts'
import { acceptImport } from '#core/org/accept-import.ts'
import { importSheet } from '#core/org/import-sheet.ts'
import { loadOrganisation, lockOrganisation } from '#server/org/load.ts'
import { loadSheet } from '#server/org/preview-import.ts'
import { saveEdit } from '#server/org/save.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 确认导入: does what the preview of this version showed, all of it or nothing; gives the version that now stands. */
export async function applyImport(
  context: Context,
  input: { readonly id: string; readonly version: number; readonly from: Day },
): Promise<number> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('organisation:import')
    const { sheet, fileName, appliedAt } = await loadSheet(tx, jurisdictionId, input.id)
    const { version } = await lockOrganisation(tx, jurisdictionId, input.version)
    const organisation = await loadOrganisation(tx, jurisdictionId)
    const edit = accepted(acceptImport(importSheet(organisation, sheet, input.from, context.newId), appliedAt !== null))
    const next = await saveEdit(tx, jurisdictionId, edit, { stands: version, at: context.now })
    await tx
      .updateTable('organisationImport')
      .set({ appliedAt: context.now })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', input.id)
      .execute()
    await record({
      verb: 'organisation-import.apply',
      subject: { kind: 'organisation-import', id: input.id },
      after: { fileName, from: input.from, edit },
    })
    return next
  })
}
