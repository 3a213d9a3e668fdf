import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { acceptImport } from '#core/org/accept-import.ts'
import { importSheet } from '#core/org/import-sheet.ts'
import { readRosterSheet } from '#core/org/read-sheet.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { loadOrganisation, lockOrganisation } from '#server/org/load.ts'
import { saveEdit } from '#server/org/save.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const SAMPLE = path.join(import.meta.dirname, '../../../packs/court/sample/organisation.tsv')

/** 载入示例机构: the court of the sample plan, read as any sheet would be. Only where there is no organisation yet (`not-empty`). */
export async function loadSampleOrganisation(context: Context): Promise<number> {
  const lines = (await readFile(SAMPLE, 'utf8')).trimEnd().split('\n')
  const sheet = readRosterSheet(lines.map((line, index) => ({ row: index + 1, cells: line.split('\t') })))
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('organisation:import')
    const { version } = await lockOrganisation(tx, jurisdictionId, null)
    const organisation = await loadOrganisation(tx, jurisdictionId)
    if (organisation.orgs.length > 0) accepted(refuse('not-empty'))
    const edit = accepted(acceptImport(importSheet(organisation, sheet, context.asOf, context.newId), false))
    const next = await saveEdit(tx, jurisdictionId, edit, version)
    await record({ verb: 'organisation.load-sample', subject: { kind: 'organisation', id: jurisdictionId }, after: edit })
    return next
  })
}
