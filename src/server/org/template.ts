import { organisationAsOf } from '#core/org/as-of.ts'
import { rosterTable } from '#core/org/roster-rows.ts'
import type { SheetField } from '#core/org/sheet.ts'
import { tableFile } from '#server/files/table-file.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const WIDE: ReadonlySet<SheetField> = new Set(['org', 'parent', 'title', 'groups', 'inChargeOf', 'contactUnit'])
const HOW_TO =
  '每个单位、每个职务、每名人员各一行；“单位类别”填单位、部门或派出机构；一格内多个名称用顿号分隔；日期写作 2026-03-01；没有的列可以删去。'

/** 名册模板: the sheet that an import reads, filled with the organisation as it stands today. What leaves the product is journalled. */
export async function rosterTemplate(context: Context): Promise<File> {
  const table = await change(context, async ({ tx, actor, allow, record }) => {
    allow('organisation:edit')
    const organisation = organisationAsOf(await loadOrganisation(tx, actor.jurisdictionId), context.asOf)
    const { fields, headers, rows } = rosterTable(organisation)
    await record({
      verb: 'organisation.export',
      subject: { kind: 'organisation', id: actor.jurisdictionId },
      after: { asOf: context.asOf, rows: rows.length },
    })
    return {
      sheet: '名册',
      title: '组织机构名册',
      subtitle: HOW_TO,
      columns: fields.map((field, index) => ({ header: headers[index] ?? '', width: WIDE.has(field) ? 24 : 13, kind: kindOf(field) })),
      rows,
      frozenColumns: 1,
    }
  })
  return tableFile(table, `组织机构名册-${context.asOf}.xlsx`)
}

function kindOf(field: SheetField): 'text' | 'day' {
  return field === 'from' || field === 'to' ? 'day' : 'text'
}
