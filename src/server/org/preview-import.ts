import type * as z from 'zod'
import type { ImportPreview } from '#contract/org.ts'
import type { Day } from '#core/day/day.ts'
import { importSheet } from '#core/org/import-sheet.ts'
import { RosterSheet } from '#core/org/sheet.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation, loadVersion } from '#server/org/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 试导入: what the rows of a sheet would do to the organisation as it stands now. Changes nothing. */
export async function previewImport(
  context: Context,
  input: { readonly id: string; readonly from?: Day | undefined },
): Promise<z.infer<typeof ImportPreview>> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('organisation:import')
    const { sheet, fileName, appliedAt } = await loadSheet(tx, actor.jurisdictionId, input.id)
    const from = input.from ?? context.asOf
    const organisation = await loadOrganisation(tx, actor.jurisdictionId)
    const { steps, faults } = importSheet(organisation, sheet, from, context.newId)
    return { id: input.id, fileName, version: await loadVersion(tx, actor.jurisdictionId), from, appliedAt, steps, faults }
  })
}

/** The rows of a sheet that was read. */
export async function loadSheet(
  tx: Tx,
  jurisdictionId: string,
  id: string,
): Promise<{ readonly sheet: RosterSheet; readonly fileName: string; readonly appliedAt: string | null }> {
  const row = await tx
    .selectFrom('organisationImport')
    .select(['rows', 'fileName', 'appliedAt'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return { sheet: RosterSheet.parse(row.rows), fileName: row.fileName, appliedAt: row.appliedAt }
}
