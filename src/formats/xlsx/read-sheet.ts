import { parseXml } from '#formats/xml/parse-xml.ts'
import { child, childrenNamed, type XmlNode } from '#formats/xml/xml-node.ts'
import type { Zip } from '#formats/zip/open-zip.ts'
import { textOfPart } from '#formats/xml/text-of-part.ts'
import { type Workbook, textOf } from './read-workbook.ts'
import { columnNumber, type RawCell, type RawRow, scanRows } from './scan-rows.ts'

/** A row with something in it. `row` counts from 1; cells from the first column, '' where there is nothing. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** What cells refer to; `percentStyles` and `monthStyles` only where they shall be written as they are shown. */
export type CellBook = Pick<Workbook, 'strings' | 'dayStyles' | 'isFrom1904'> & Partial<Pick<Workbook, 'percentStyles' | 'monthStyles'>>

/** Columns further to the right are not read. */
const MOST_COLUMNS = 256

/** Parts of a sheet without values. */
const IGNORED = new Set(
  'cols sheetFormatPr sheetViews conditionalFormatting dataValidations hyperlinks pageMargins pageSetup autoFilter extLst f drawing legacyDrawing'
    .split(' ')
    .map((name) => `s:${name}`),
)

const MILLISECONDS_A_DAY = 86_400_000

/** Larger sheets are not held as one text. */
const MOST_TEXT = 64 << 20

const DATA_START = '<sheetData>'
const DATA_END = '</sheetData>'

/** The rows of one sheet, cells merged downwards filled in. @throws FormatError */
export function readSheet(zip: Zip, path: string, book: CellBook): readonly SheetRow[] {
  const { rows, merged } = readCells(zip, path, book)
  for (const range of merged) fillDown(rows, range)
  return [...rows].toSorted(([a], [b]) => a - b).map(([number, cells]) => ({ row: number, cells }))
}

/** The cells of one sheet by row, as they stand, and the ranges that are merged (`A1:C1`). @throws FormatError */
export function readCells(
  zip: Zip,
  path: string,
  book: CellBook,
): { readonly rows: Map<number, string[]>; readonly merged: readonly string[] } {
  const bytes = zip.read(path)
  const rows = new Map<number, string[]>()
  if (bytes === undefined) return { rows, merged: [] }
  const { sheet, raw } = scanned(bytes, path) ?? parsed(bytes, path)
  for (const { row, cells: found } of raw) {
    const cells = cellsOf(found, book)
    if (cells.some((cell) => cell !== '')) rows.set(row, cells)
  }
  return { rows, merged: childrenNamed(child(sheet, 's:mergeCells'), 's:mergeCell').map(({ attributes }) => attributes['ref'] ?? '') }
}

interface ReadSheet {
  /** The sheet, with or without its data. */
  readonly sheet: XmlNode
  readonly raw: readonly RawRow[]
}

/** The data straight from the text, all around it parsed; null where the text is not of the common kind. */
function scanned(bytes: Uint8Array, path: string): ReadSheet | null {
  if (bytes.length > MOST_TEXT) return null
  const xml = textOfPart(bytes)
  const start = xml?.indexOf(DATA_START) ?? -1
  const end = xml?.indexOf(DATA_END, start) ?? -1
  if (xml === null || start < 0 || end < 0) return null
  const [head, tail] = [xml.slice(0, start), xml.slice(end + DATA_END.length)]
  if (head.includes('<!') || tail.includes('<!') || !/<worksheet[\s>]/.test(head)) return null
  const raw = scanRows(
    xml.slice(start + DATA_START.length, end),
    new Set(Array.from(head.matchAll(/ xmlns:(\w+)="/g), ([, prefix = '']) => prefix)),
  )
  if (raw === null) return null
  const sheet = parseXml(Buffer.from(`${head}<sheetData/>${tail}`), path, IGNORED)
  return sheet.name === 's:worksheet' && child(sheet, 's:sheetData') !== undefined ? { sheet, raw } : null
}

function parsed(bytes: Uint8Array, path: string): ReadSheet {
  const sheet = parseXml(bytes, path, IGNORED)
  let row = 0
  const raw = childrenNamed(child(sheet, 's:sheetData'), 's:row').map((node): RawRow => {
    row = Number(node.attributes['r'] ?? row + 1)
    return { row, cells: rawCells(node) }
  })
  return { sheet, raw }
}

function rawCells(row: XmlNode): readonly RawCell[] {
  let column = 0
  return childrenNamed(row, 's:c').map((node): RawCell => {
    const letters = /^[A-Z]{1,3}/.exec(node.attributes['r'] ?? '')?.[0]
    column = letters === undefined ? column + 1 : columnNumber(letters)
    const type = node.attributes['t'] ?? 'n'
    const inline = child(node, 's:is')
    const value = type === 'inlineStr' ? (inline === undefined ? '' : textOf(inline)) : (child(node, 's:v')?.text ?? '')
    return { column, style: node.attributes['s'] ?? '0', type, value }
  })
}

function cellsOf(found: readonly RawCell[], book: CellBook): string[] {
  const cells: string[] = []
  for (const cell of found) {
    if (cell.column > MOST_COLUMNS) break
    while (cells.length < cell.column - 1) cells.push('')
    cells[cell.column - 1] = valueOf(cell, book)
  }
  return cells
}

function valueOf({ type, style, value }: RawCell, { strings, dayStyles, isFrom1904, percentStyles, monthStyles }: CellBook): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'e':
      return ''
    case 'n':
      if (value === '') return ''
      if (monthStyles?.has(Number(style)) === true) return monthOf(dayOf(Number(value), isFrom1904))
      if (percentStyles?.has(Number(style)) === true) return percentText(value)
      return dayStyles.has(Number(style)) ? dayOf(Number(value), isFrom1904) : numberText(value)
    default:
      return value
  }
}

/** A number without the noise of binary fractions; what is no number stays. */
function numberText(value: string): string {
  const number = Number(value)
  return value === '' || !Number.isFinite(number) ? value : String(Number(number.toPrecision(15)))
}

function percentText(value: string): string {
  const number = Number(value)
  return Number.isFinite(number) ? `${Number((number * 100).toPrecision(12))}%` : value
}

function monthOf(day: string): string {
  return day === '' ? '' : `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`
}

function dayOf(serial: number, isFrom1904: boolean): string {
  const zero = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const date = new Date(zero + Math.floor(serial) * MILLISECONDS_A_DAY)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** Rows below the first of a merged range take over the value of its first column. */
function fillDown(rows: Map<number, string[]>, range: string): void {
  const match = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(range)
  const column = columnNumber(match?.[1] ?? '')
  if (match === null || column > MOST_COLUMNS) return
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
