import { parseXml } from '#formats/xml/parse-xml.ts'
import { child, childrenNamed, type XmlNode } from '#formats/xml/xml-node.ts'
import type { Zip } from '#formats/zip/open-zip.ts'
import { type Workbook, textOf } from './read-workbook.ts'

/** A row with something in it. `row` counts from 1; cells from the first column, '' where there is nothing. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** Columns further to the right are not read. */
const MOST_COLUMNS = 256

/** Parts of a sheet without values. */
const IGNORED = new Set(
  'cols sheetFormatPr sheetViews conditionalFormatting dataValidations hyperlinks pageMargins pageSetup autoFilter extLst f drawing legacyDrawing'
    .split(' ')
    .map((name) => `s:${name}`),
)

const MILLISECONDS_A_DAY = 86_400_000

/** The rows of one sheet. @throws FormatError */
export function readSheet(zip: Zip, path: string, book: Omit<Workbook, 'sheets'>): readonly SheetRow[] {
  const bytes = zip.read(path)
  if (bytes === undefined) return []
  const sheet = parseXml(bytes, path, IGNORED)
  const rows = new Map<number, string[]>()
  let row = 0
  for (const node of childrenNamed(child(sheet, 's:sheetData'), 's:row')) {
    row = Number(node.attributes['r'] ?? row + 1)
    const cells = cellsOf(node, book)
    if (cells.some((cell) => cell !== '')) rows.set(row, cells)
  }
  for (const { attributes } of childrenNamed(child(sheet, 's:mergeCells'), 's:mergeCell')) fillDown(rows, attributes['ref'] ?? '')
  return [...rows].toSorted(([a], [b]) => a - b).map(([number, cells]) => ({ row: number, cells }))
}

function cellsOf(row: XmlNode, book: Omit<Workbook, 'sheets'>): string[] {
  const cells: string[] = []
  let column = 0
  for (const node of childrenNamed(row, 's:c')) {
    column = columnOf(node.attributes['r'] ?? '') ?? column + 1
    if (column > MOST_COLUMNS) break
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = valueOf(node, book)
  }
  return cells
}

function valueOf(cell: XmlNode, { strings, dayStyles, isFrom1904 }: Omit<Workbook, 'sheets'>): string {
  const value = child(cell, 's:v')?.text ?? ''
  switch (cell.attributes['t'] ?? 'n') {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr': {
      const inline = child(cell, 's:is')
      return inline === undefined ? '' : textOf(inline)
    }
    case 'e':
      return ''
    case 'n':
      return value !== '' && dayStyles.has(Number(cell.attributes['s'] ?? '0')) ? dayOf(Number(value), isFrom1904) : numberText(value)
    default:
      return value
  }
}

/** A number without the noise of binary fractions; what is no number stays. */
function numberText(value: string): string {
  const number = Number(value)
  return value === '' || !Number.isFinite(number) ? value : String(Number(number.toPrecision(15)))
}

function dayOf(serial: number, isFrom1904: boolean): string {
  const zero = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const date = new Date(zero + Math.floor(serial) * MILLISECONDS_A_DAY)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** Rows below the first of a merged range take over the value of its first column. */
function fillDown(rows: Map<number, string[]>, range: string): void {
  const match = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(range)
  const column = columnOf(match?.[1] ?? '')
  if (match === null || column === undefined || column > MOST_COLUMNS) return
  const [top, bottom] = [Number(match[2]), Number(match[3])]
  const value = rows.get(top)?.[column - 1] ?? ''
  if (value === '') return
  for (let row = top + 1; row <= bottom && row - top <= rows.size * 2; row += 1) {
    const cells = rows.get(row)
    if (cells === undefined) continue
    while (cells.length < column) cells.push('')
    cells[column - 1] = value
  }
}

function columnOf(address: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address)?.[0]
  return letters === undefined ? undefined : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
