import * as z from 'zod'
import type { Day } from '#core/day/day.ts'
import { applyEdit, type Edit } from '#core/org/edit.ts'
import { importOrgs } from '#core/org/import-orgs.ts'
import { importRow } from '#core/org/import-row.ts'
import type { Organisation } from '#core/org/organisation.ts'
import { cellOf, type RosterSheet, type SheetFault, type SheetField } from '#core/org/sheet.ts'
import type { Outcome } from '#core/outcome/outcome.ts'

/** What a row would do. `name`: of what is added or changed, in the words of the sheet. */
export const ImportStep = z
  .object({
    row: z.number().int(),
    act: z.enum(['add', 'change', 'same']),
    what: z.enum(['org', 'post', 'person', 'holding', 'group', 'membership', 'inChargeOf', 'contactUnit']),
    name: z.string(),
  })
  .readonly()
export type ImportStep = z.infer<typeof ImportStep>

/** What a sheet would do to the organisation. Applied only without faults: all or nothing. */
export interface SheetImport {
  readonly edit: Edit
  readonly steps: readonly ImportStep[]
  readonly faults: readonly SheetFault[]
}

/** The work on a sheet, row by row: each decision sees what the rows before have changed. */
export interface Importing {
  readonly sheet: RosterSheet
  /** The day from which holds what the sheet gives no day for. */
  readonly from: Day
  readonly newId: () => string
  readonly now: () => Organisation
  readonly note: (row: number, act: ImportStep['act'], what: ImportStep['what'], name: string) => void
  readonly blame: (row: number, field: SheetField, code: string, params?: Readonly<Record<string, string>>) => void
  /** Takes a decision's edit over, or blames the field for its refusal; tells which. */
  readonly take: (row: number, field: SheetField, outcome: Outcome<Edit, string>) => boolean
}

/** 试导入: works out what the rows add, change and leave, with every fault and its cell. `from`: where a row names no first day. */
export function importSheet(organisation: Organisation, sheet: RosterSheet, from: Day, newId: () => string): SheetImport {
  let now = organisation
  const steps: ImportStep[] = []
  const faults: SheetFault[] = [...sheet.faults]
  const blame: Importing['blame'] = (row, field, code, params = {}) => {
    faults.push({ row, cell: cellOf(sheet, row, field), code, params })
  }
  const importing: Importing = {
    sheet,
    from,
    newId,
    now: () => now,
    note: (row, act, what, name) => void steps.push({ row, act, what, name }),
    blame,
    take(row, field, outcome) {
      if (outcome.ok) now = applyEdit(now, outcome.value)
      else blame(row, field, outcome.refusal.code, outcome.refusal.params)
      return outcome.ok
    },
  }
  importOrgs(importing)
  for (const row of sheet.rows) importRow(importing, row)
  return {
    edit: changesBetween(organisation, now),
    steps: steps.toSorted((a, b) => a.row - b.row),
    faults: faults.toSorted((a, b) => a.row - b.row),
  }
}

/** The rows that are not those of before. */
function changesBetween(before: Organisation, after: Organisation): Edit {
  return {
    orgs: newRows(before.orgs, after.orgs),
    terms: newRows(before.terms, after.terms),
    people: newRows(before.people, after.people),
    posts: newRows(before.posts, after.posts),
    holdings: newRows(before.holdings, after.holdings),
    groups: newRows(before.groups, after.groups),
    memberships: newRows(before.memberships, after.memberships),
    relations: newRows(before.relations, after.relations),
  }
}

function newRows<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Set(before)
  return after.filter((row) => !known.has(row))
}
