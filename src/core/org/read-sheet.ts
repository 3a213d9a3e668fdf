import type { Day } from '#core/day/day.ts'
import { dayInCell } from '#core/org/sheet-day.ts'
import { HEADERS, impliesHead, kindOf, namesIn, yesOrNo } from '#core/org/sheet-words.ts'
import type { PackWords } from '#core/pack/pack-words.ts'
import { cellOf, type RosterRow, type RosterSheet, type SheetField, type SheetFault } from '#core/org/sheet.ts'
import { type CellRow, findHeader, lettersOf } from '#core/sheet/header.ts'

const MOST_ROWS = 5_000

/** Reads a roster sheet: finds the header under any title rows, and every row below it. `words`: of the field. Faults: `no-header`, `too-many-rows`, `org-missing`, `bad-*`. */
export function readRosterSheet(rows: readonly CellRow[], words: PackWords): RosterSheet {
  const head = findHeader(rows, HEADERS)
  if (head === null || !head.columns.has('org') || head.columns.size < 2)
    return { columns: {}, rows: [], faults: [{ row: 1, cell: 'A1', code: 'no-header', params: {} }] }
  const columns = Object.fromEntries([...head.columns].map(([field, index]) => [field, lettersOf(index)]))
  const below = rows.filter(({ row, cells }) => row > head.row && cells.some((cell) => cell.trim() !== ''))
  if (below.length > MOST_ROWS) return { columns, rows: [], faults: [fault({ columns }, head.row, 'org', 'too-many-rows')] }
  const faults: SheetFault[] = []
  const read = below.map((row) =>
    readRow(row, head.columns, words, (field, code, params = {}) => faults.push(fault({ columns }, row.row, field, code, params))),
  )
  return { columns, rows: read.filter(({ org }) => org !== ''), faults }
}

type Report = (field: SheetField, code: string, params?: Readonly<Record<string, string>>) => void

function readRow({ row, cells }: CellRow, columns: ReadonlyMap<SheetField, number>, words: PackWords, report: Report): RosterRow {
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
  const kind = word('kind') === '' ? null : kindOf(word('kind'), words)
  if (kind === undefined) report('kind', 'bad-kind', { text: text('kind') })
  const [from, to] = [day('from'), day('to')]
  if (from !== null && to !== null && to < from) report('to', 'interval-reversed')
  return {
    row,
    org,
    parent: word('parent'),
    kind: kind ?? null,
    aliases: namesIn(text('aliases')),
    title: word('title'),
    rank: text('rank'),
    isHead: isHead ?? null,
    isHeadByTitle: impliesHead(word('title'), words),
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

function fault(
  sheet: Pick<RosterSheet, 'columns'>,
  row: number,
  field: SheetField,
  code: string,
  params: Readonly<Record<string, string>> = {},
): SheetFault {
  return { row, cell: cellOf(sheet, row, field), code, params }
}
