import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { type CellPlace, type DraftLine, placeLines } from '#formats/lines/place-lines.ts'
import type { Zip } from '#formats/zip/open-zip.ts'
import { readCells } from './read-sheet.ts'
import { readWorkbook } from './read-workbook.ts'
import { columnNumber } from './scan-rows.ts'

/** A merged range: rows and columns from 1, the last ones included. */
interface Merged {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Steps that laying out merged ranges may take. */
const MOST_STEPS = 2_000_000

/**
 * A workbook as a document: each visible sheet with anything in it is a table, its name a heading where there are several; lines above the table
 * stand as paragraphs, merged cells keep their places. Days, months and shares read as they are shown; links to other files are not followed.
 * @throws FormatError
 */
export function readPlanSheets(zip: Zip): SourceDocument {
  const { sheets, ...book } = readWorkbook(zip)
  const read = sheets.map(({ path, name }) => ({ name, ...readCells(zip, path, book) })).filter(({ rows }) => rows.size > 0)
  const drafts = read.flatMap(({ name, rows, merged }, table): DraftLine[] => {
    const heading: DraftLine[] = read.length > 1 && !/^sheet\d*$/i.test(name) ? [{ kind: 'heading', level: 1, words: [inCell(name)] }] : []
    return [...heading, ...tableFrom(rows, merged.flatMap(rangeOf), table)]
  })
  return placeLines(drafts)
}

function rangeOf(text: string): Merged[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(text)
  if (match === null) return []
  const [, from = '', top = '', to = '', bottom = ''] = match
  const range = { left: columnNumber(from), top: Number(top), right: columnNumber(to), bottom: Number(bottom) }
  return range.right >= range.left && range.bottom >= range.top ? [range] : []
}

function tableFrom(rows: ReadonlyMap<number, readonly string[]>, merged: readonly Merged[], table: number): DraftLine[] {
  const ordered = [...rows].toSorted(([a], [b]) => a - b)
  const width = Math.max(...ordered.map(([, cells]) => cells.findLastIndex((cell) => cell !== '') + 1))
  const places = placesOf(
    ordered.map(([row]) => row),
    merged,
    width,
  )
  let isAbove = true
  return ordered.map(([row, values]): DraftLine => {
    const filled = values.filter((value) => value !== '')
    isAbove &&= filled.length === 1 && width >= 3
    if (isAbove) return { kind: 'paragraph', words: [inCell(filled[0] ?? '')] }
    const cells: CellPlace[] = []
    for (let column = 0; column < width;) {
      const place = places.get(row)?.get(column) ?? { column, columnSpan: 1, continues: false }
      cells.push(place)
      column += place.columnSpan
    }
    return { kind: 'row', table, cells, words: cells.map(({ column, continues }) => (continues ? '' : inCell(values[column] ?? ''))) }
  })
}

/** Where merged cells stand, by row (from 1) and column (from 0). */
function placesOf(rows: readonly number[], merged: readonly Merged[], width: number): ReadonlyMap<number, ReadonlyMap<number, CellPlace>> {
  const places = new Map(rows.map((row) => [row, new Map<number, CellPlace>()]))
  let steps = 0
  for (const { top, left, bottom, right } of merged) {
    if (left > width) continue
    const columnSpan = Math.min(right, width) - left + 1
    for (const row of rows) {
      if (++steps > MOST_STEPS) throw new FormatError('too-complex')
      if (row >= top && row <= bottom) places.get(row)?.set(left - 1, { column: left - 1, columnSpan, continues: row > top })
    }
  }
  return places
}

/** Lines inside a cell are joined as in other documents. */
function inCell(words: string): string {
  return words
    .toWellFormed()
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replaceAll(/[\p{Cc}\u00a0]/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\u2028')
}
