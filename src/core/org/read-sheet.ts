import type { Day } from '#core/day/day.ts'
import type { OrgKind } from '#core/org/organisation.ts'
import { dayInCell } from '#core/org/sheet-day.ts'
import { HEADERS, KIND_WORDS, namesIn, yesOrNo } from '#core/org/sheet-words.ts'
import { cellOf, type RosterRow, type RosterSheet, SheetField, type SheetFault } from '#core/org/sheet.ts'

/** A row of cells as it stands in a file: `row` counts from 1, cells from the first column, empty ones are ''. */
export interface CellRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** How far down the header is looked for: titles and notes may stand above it. */
const HEAD_WITHIN = 20
const MOST_ROWS = 5_000

/** Reads a roster sheet: finds the header under any title rows, and every row below it. Faults: `no-header`, `too-many-rows`, `org-missing`, `bad-*`. */
export function readRosterSheet(rows: readonly CellRow[]): RosterSheet {
  const head = rows.slice(0, HEAD_WITHIN).map((row) => ({ row, found: columnsIn(row.cells) }))
  const best = head.toSorted((a, b) => b.found.size - a.found.size)[0]
  if (best === undefined || !best.found.has('org') || best.found.size < 2)
    return { columns: {}, rows: [], faults: [{ row: 1, cell: 'A1', code: 'no-header', params: {} }] }
  const columns = Object.fromEntries([...best.found].map(([field, index]) => [field, lettersOf(index)]))
  const below = rows.filter(({ row, cells }) => row > best.row.row && cells.some((cell) => cell.trim() !== ''))
  if (below.length > MOST_ROWS) return { columns, rows: [], faults: [fault({ columns }, best.row.row, 'org', 'too-many-rows')] }
  const faults: SheetFault[] = []
  const read = below.map((row) =>
    readRow(row, best.found, (field, code, params = {}) => faults.push(fault({ columns }, row.row, field, code, params))),
  )
  return { columns, rows: read.filter(({ org }) => org !== ''), faults }
}

type Report = (field: SheetField, code: string, params?: Readonly<Record<string, string>>) => void

function readRow({ row, cells }: CellRow, columns: ReadonlyMap<SheetField, number>, report: Report): RosterRow {
  const text = (field: SheetField): string => (cells[columns.get(field) ?? -1] ?? '').normalize('NFKC').trim()
  const word = (field: SheetField): string => text(field).replaceAll(/\s+/g, '')
  const day = (field: 'from' | 'to'): Day | null => {
    const found = dayInCell(text(field))
    if (found === null && text(field) !== '') report(field, 'bad-day', { text: text(field) })
    return found
  }
  const org = word('org')
  if (org === '') report('org', 'org-missing')
  const isHead = yesOrNo(text('isHead'))
  if (isHead === undefined) report('isHead', 'bad-yes-no', { text: text('isHead') })
  const kind = kindOf(word('kind'))
  if (kind === undefined) report('kind', 'bad-kind', { text: text('kind') })
  const [from, to] = [day('from'), day('to')]
  if (from !== null && to !== null && to < from) report('to', 'interval-reversed')
  return {
    row,
    org,
    parent: word('parent'),
    kind: kind ?? null,
    aliases: namesIn(text('aliases')),
    title: text('title').replaceAll(/\s+/g, ''),
    rank: text('rank'),
    isHead: isHead ?? null,
    person: nameOf(text('person')),
    groups: namesIn(text('groups')),
    inChargeOf: namesIn(text('inChargeOf')),
    contactUnit: namesIn(text('contactUnit')),
    from,
    to: from !== null && to !== null && to < from ? null : to,
  }
}

/** Short names are often spread out to three characters: 叶 青. Spaces within foreign names stay. */
function nameOf(cell: string): string {
  return /^[\p{Script=Han}\s·]+$/u.test(cell) ? cell.replaceAll(/\s+/g, '') : cell.replaceAll(/\s+/g, ' ')
}

function kindOf(word: string): OrgKind | null | undefined {
  if (word === '') return null
  const kinds = ['institution', 'department', 'branch'] as const
  return kinds.find((kind) => KIND_WORDS[kind].includes(word))
}

function columnsIn(cells: readonly string[]): ReadonlyMap<SheetField, number> {
  const found = new Map<SheetField, number>()
  for (const [index, cell] of cells.entries()) {
    const word = cell.normalize('NFKC').replaceAll(/\(.*?\)|[\s*:]/g, '')
    const field = SheetField.options.find((each) => HEADERS[each].includes(word))
    if (field !== undefined && !found.has(field)) found.set(field, index)
  }
  return found
}

function fault(
  sheet: Pick<RosterSheet, 'columns'>,
  row: number,
  field: SheetField,
  code: string,
  params: Readonly<Record<string, string>> = {},
): SheetFault {
  return { row, cell: cellOf(sheet, row, field), code, params }
}

function lettersOf(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
