import type { OpenName } from '#core/record-import/name-book.ts'
import { isOpenName, type NameBook } from '#core/record-import/name-book.ts'
import { occurredIn } from '#core/record-import/occurred-cell.ts'
import { type CellFault, parseCell, parseParties } from '#core/record-import/parse-cell.ts'
import type { ImportTarget } from '#core/record-import/target.ts'
import type { Entry } from '#core/record/decisions.ts'
import type { FieldValue, WorkRecord } from '#core/record/record.ts'
import type { Field, FieldId } from '#core/register/field.ts'

/** What cells of a row are read by. */
export interface RowReading {
  readonly fields: readonly Field[]
  readonly names: NameBook
  /** Whose facts they are where no column says it. */
  readonly org: string | null
  readonly recordOf: (register: string, key: string) => string | null
}

/** A cell that cannot be read. */
export interface RowFault {
  readonly target: ImportTarget
  readonly code: CellFault | 'missing' | 'days-reversed'
}

export interface ReadRow {
  readonly entry: Entry | null
  readonly faults: readonly RowFault[]
  readonly open: readonly OpenName[]
}

/**
 * Reads a row. What a column does not hold stays as it is in `before`; a cell that shows what `before` has keeps exactly that, so that what was exported and not
 * touched changes nothing.
 */
export function readRow(
  cells: ReadonlyMap<ImportTarget, string>,
  reading: RowReading,
  before: { readonly record: WorkRecord; readonly cells: ReadonlyMap<ImportTarget, string> } | null,
): ReadRow {
  const faults: RowFault[] = []
  const open: OpenName[] = []
  const numeric = new Set<ImportTarget>(
    reading.fields.flatMap(({ id, type }) => (type === 'number' || type === 'decimal' ? [`field:${id}` as const] : [])),
  )
  const changed = (target: ImportTarget): string | null => {
    const cell = cells.get(target)
    return cell === undefined || (before !== null && isShown(cell, before.cells.get(target) ?? '', numeric.has(target))) ? null : cell
  }
  const fail = (target: ImportTarget, code: RowFault['code'], names: readonly OpenName[] = []): void => {
    faults.push({ target, code })
    open.push(...names)
  }

  const values: Partial<Record<FieldId, FieldValue>> = { ...before?.record.values }
  for (const field of reading.fields) {
    const target: ImportTarget = `field:${field.id}`
    const cell = changed(target)
    if (cell === null) continue
    const parsed = parseCell(cell, field, reading.names, reading.recordOf)
    if (!parsed.ok) fail(target, parsed.code, parsed.open)
    else if (parsed.value === null) delete values[field.id]
    else values[field.id] = parsed.value
  }

  let org: string | null = before?.record.org ?? reading.org
  const orgCell = changed('org')
  if (orgCell !== null && orgCell.trim() !== '') {
    const found = reading.names.find('org', orgCell.trim())
    if (isOpenName(found)) fail('org', found.candidates.length === 0 ? 'unknown-name' : 'ambiguous-name', [found])
    else org = found.id
  } else if (org === null) fail('org', 'missing')

  let subjects = before?.record.subjects ?? []
  const people = changed('subjects')
  if (people !== null) {
    const parsed = parseParties(people, 'person', reading.names)
    if (parsed.ok) subjects = parsed.value
    else fail('subjects', parsed.code, parsed.open)
  }

  let occurredOn = before?.record.occurredOn ?? null
  if (before === null || changed('from') !== null || changed('to') !== null) {
    const from = cells.get('from') ?? before?.cells.get('from') ?? ''
    const { occurred, wrong } = occurredIn(from, cells.get('to') ?? before?.cells.get('to') ?? '')
    occurredOn = occurred
    if (wrong !== null) fail(wrong, from.trim() === '' ? 'missing' : 'not-a-day')
  }
  if (faults.length > 0 || org === null || occurredOn === null) return { entry: null, faults, open }
  return { entry: { org, occurredOn, subjects, values, state: before?.record.state === 'draft' ? 'draft' : 'submitted' }, faults, open }
}

/** Whether a cell still shows what was exported: spreadsheets write 1.50 as 1.5. */
function isShown(cell: string, before: string, isNumber: boolean): boolean {
  const [now, then] = [cell.trim(), before.trim().replaceAll(/\r\n?/g, '\n')]
  return now === then || (isNumber && now !== '' && then !== '' && Number(now) === Number(then))
}
