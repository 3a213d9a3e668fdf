import { acceptImport } from '#core/org/accept-import.ts'
import { applyEdit, type Edit } from '#core/org/edit.ts'
import { addGroup } from '#core/org/group-decisions.ts'
import { importSheet } from '#core/org/import-sheet.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { readRosterSheet } from '#core/org/read-sheet.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import { loadOrganisation, lockOrganisation } from '#server/org/load.ts'
import { saveEdit } from '#server/org/save.ts'
import { readSample } from '#server/pack/sample.ts'
import { accepted } from '#server/plan/accepted.ts'
import { loadRegisterSet } from '#server/register/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** A group of all who work in the org at the top by rule, which a sheet cannot say. */
function withEveryone(edit: Edit, organisation: Organisation, name: string | undefined, id: string): Edit {
  const top = organisation.terms.find(({ parent }) => parent === null)?.org
  if (name === undefined || top === undefined) return edit
  const { groups = [] } = accepted(addGroup(organisation, { id, name, everyoneIn: top, reach: 'own' }))
  return { ...edit, groups: [...(edit.groups ?? []), ...groups] }
}

/** 载入示例机构: the organisation of the sample plan of the jurisdiction's pack, read as any sheet would be. Only where there is no organisation yet (`not-empty`). */
export async function loadSampleOrganisation(context: Context & { readonly packs: readonly Pack[] }): Promise<number> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('organisation:import')
    const { version } = await lockOrganisation(tx, jurisdictionId, null)
    const organisation = await loadOrganisation(tx, jurisdictionId)
    if (organisation.orgs.length > 0) accepted(refuse('not-empty'))
    const { pack } = await loadRegisterSet(tx, jurisdictionId, context.packs)
    const lines = (await readSample(pack, 'organisation.tsv')).toString('utf8').trimEnd().split('\n')
    const sheet = readRosterSheet(
      lines.map((line, index) => ({ row: index + 1, cells: line.split('\t') })),
      pack.manifest.words,
    )
    const imported = accepted(acceptImport(importSheet(organisation, sheet, context.asOf, context.newId), false))
    const edit = withEveryone(imported, applyEdit(organisation, imported), pack.manifest.words.everyone[0], context.newId())
    const next = await saveEdit(tx, jurisdictionId, edit, { stands: version, at: context.now })
    await record({ verb: 'organisation.load-sample', subject: { kind: 'organisation', id: jurisdictionId }, after: edit })
    return next
  })
}
