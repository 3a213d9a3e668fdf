import type { Instant } from '#core/day/day.ts'
import type { SheetLayout } from '#core/record-import/layout.ts'
import type { OpenName } from '#core/record-import/name-book.ts'
import { readRow, type RowFault, type RowReading } from '#core/record-import/read-row.ts'
import type { ImportTarget } from '#core/record-import/target.ts'
import { correctRecord, type Entry } from '#core/record/decisions.ts'
import { RecordId, type WorkRecord } from '#core/record/record.ts'
import { checkRecord, type RecordContext, type RecordFault } from '#core/register/check-record.ts'
import type { Register } from '#core/register/register.ts'
import type { CellRow } from '#core/sheet/header.ts'

/** What becomes of a row whose record is there already: it is left, brought up to the sheet, or nothing is imported at all. */
type ExistingPolicy = 'skip' | 'update' | 'stop'

/** A record that is there already. */
export interface Existing {
  readonly record: WorkRecord
  readonly cells: ReadonlyMap<ImportTarget, string>
}

/** What is wrong in a sheet, and where: the address of the cell, or the number of the row where no column holds it. */
interface SheetFault {
  readonly cell: string
  readonly target: ImportTarget | null
  readonly code:
    | RowFault['code']
    | RecordFault['code']
    | 'number-twice'
    | 'number-exists'
    | 'record-voided'
    | 'no-such-record'
    | 'no-header'
    | 'column-missing'
  /** What stands there. */
  readonly value: string
}

/** What an import does with one row. */
export type ImportStep =
  | { readonly act: 'add'; readonly row: number; readonly number: string; readonly entry: Entry }
  | { readonly act: 'update'; readonly row: number; readonly before: WorkRecord; readonly after: WorkRecord }
  | { readonly act: 'same' | 'skip'; readonly row: number; readonly before: WorkRecord }

/** What an import of a sheet would do. Where anything is wrong, nothing is done. */
export interface ImportPlan {
  readonly steps: readonly ImportStep[]
  readonly faults: readonly SheetFault[]
  readonly open: readonly OpenName[]
}

/** What the rows are held to. */
export interface Ground extends RowReading, RecordContext {
  readonly register: Register
  readonly policy: ExistingPolicy
  readonly byNumber: ReadonlyMap<string, Existing>
  readonly byId: ReadonlyMap<string, Existing>
  readonly at: Instant
  /** Why records are corrected: of those that are. */
  readonly note: string
}

const NO_ID = RecordId.parse('00000000-0000-4000-8000-000000000000')

/** Reads all rows below the header. Pure: the same sheet over the same records gives the same plan. */
export function planRows(rows: readonly CellRow[], layout: SheetLayout, ground: Ground): ImportPlan {
  const head = layoutFaults(layout, ground)
  if (head.length > 0) return { steps: [], faults: head, open: [] }
  const steps: ImportStep[] = []
  const faults: SheetFault[] = []
  const open = new Map<string, OpenName>()
  const seen = new Set<string>()
  for (const row of rows) {
    if (row.row <= layout.headerRow) continue
    const cells = cellsOf(row, layout)
    const failed = (found: readonly Pick<SheetFault, 'target' | 'code'>[]): void =>
      void faults.push(
        ...found.map(({ target, code }) => ({ cell: addressOf(target, row.row, layout), target, code, value: valueOf(target, cells) })),
      )
    const { step, wrong, names } = stepOf(row.row, cells, ground, seen)
    failed(wrong)
    for (const name of names) open.set(`${name.role}:${name.name}`, name)
    if (step !== null) steps.push(step)
  }
  return { steps, faults, open: [...open.values()] }
}

function stepOf(row: number, cells: ReadonlyMap<ImportTarget, string>, ground: Ground, seen: Set<string>) {
  const none = { step: null, names: [] as readonly OpenName[] }
  const number = cells.get('number')?.trim() ?? ''
  const id = cells.get('id')?.trim() ?? ''
  const fail = (target: ImportTarget, code: SheetFault['code']) => ({ ...none, wrong: [{ target, code }] })
  if (id !== '' && !ground.byId.has(id)) return fail('id', 'no-such-record')
  const existing = ground.byId.get(id) ?? (number === '' ? undefined : ground.byNumber.get(number))
  const key = existing?.record.id ?? number
  if (key !== '' && seen.has(key)) return fail(id === '' ? 'number' : 'id', 'number-twice')
  seen.add(key)
  if (existing !== undefined && ground.policy === 'stop') return fail(id === '' ? 'number' : 'id', 'number-exists')
  if (existing !== undefined && ground.policy === 'skip')
    return { ...none, wrong: [], step: { act: 'skip' as const, row, before: existing.record } }
  const { entry, faults, open } = readRow(cells, ground, existing ?? null)
  if (entry === null) return { step: null, names: open, wrong: faults }
  return existing === undefined ? addition(row, number, entry, ground) : correction(row, existing.record, entry, ground)
}

function addition(row: number, number: string, entry: Entry, ground: Ground) {
  const { register, at } = ground
  const record: WorkRecord = { ...entry, id: NO_ID, revision: 1, register: register.id, enteredAt: at, note: '' }
  const wrong = checkRecord(record, register, ground).map(asCellFault)
  return { step: wrong.length > 0 ? null : { act: 'add' as const, row, number, entry }, names: [], wrong }
}

function correction(row: number, before: WorkRecord, entry: Entry, ground: Ground) {
  if (isSame(before, entry)) return { step: { act: 'same' as const, row, before }, names: [], wrong: [] }
  const decided = correctRecord(before, entry, { at: ground.at, note: ground.note })
  if (!decided.ok) return { step: null, names: [], wrong: [{ target: 'number' as const, code: 'record-voided' as const }] }
  const wrong = checkRecord(decided.value, ground.register, ground).map(asCellFault)
  return { step: wrong.length > 0 ? null : { act: 'update' as const, row, before, after: decided.value }, names: [], wrong }
}

function isSame(before: WorkRecord, entry: Entry): boolean {
  return contentOf(before) === contentOf(entry)
}

function contentOf({ org, occurredOn, subjects, values }: Pick<WorkRecord, 'org' | 'occurredOn' | 'subjects' | 'values'>): string {
  return JSON.stringify([org, occurredOn, subjects, Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

function asCellFault({ field, code }: RecordFault): { readonly target: ImportTarget; readonly code: RecordFault['code'] } {
  if (field === 'occurredOn') return { target: 'from', code }
  return { target: field === 'org' || field === 'subjects' ? field : `field:${field}`, code }
}

/** A required field without a column would be wrong in every row: it is said once. */
function layoutFaults({ headerRow, columns }: SheetLayout, { register, org }: Ground): readonly SheetFault[] {
  if (headerRow === 0) return [{ cell: '1', target: null, code: 'no-header', value: '' }]
  const has = new Set(columns.map(({ target }) => target))
  if (has.has('id')) return []
  const needed: ImportTarget[] = [
    'from',
    ...(org === null ? ['org' as const] : []),
    ...register.fields.filter(({ isRequired, isRetired }) => isRequired && !isRetired).map(({ id }): ImportTarget => `field:${id}`),
  ]
  return needed
    .filter((target) => !has.has(target))
    .map((target) => ({ cell: String(headerRow), target, code: 'column-missing' as const, value: '' }))
}

function cellsOf({ cells }: CellRow, { columns }: SheetLayout): ReadonlyMap<ImportTarget, string> {
  return new Map(columns.flatMap(({ index, target }) => (target === null ? [] : [[target, cells[index] ?? ''] as const])))
}

function addressOf(target: ImportTarget | null, row: number, { columns }: SheetLayout): string {
  return `${columns.find((column) => column.target === target)?.letters ?? ''}${row}`
}

function valueOf(target: ImportTarget | null, cells: ReadonlyMap<ImportTarget, string>): string {
  return (target === null ? '' : (cells.get(target) ?? '')).slice(0, 100)
}
