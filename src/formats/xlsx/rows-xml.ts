import { allowedText } from '#formats/xml/allowed-text.ts'
import { cellValue } from './cell-value.ts'
import { columnLetters } from './cell-address.ts'
import { cellKey, coveredCells } from './merged-cells.ts'
import { rowHeights } from './row-heights.ts'
import type { Table } from './table.ts'

/** Rows in one piece of XML. */
const PIECE = 500

/**
 * The rows of a table as SpreadsheetML (18.3.1.73), in pieces.
 * @param firstRow number of the first row in the sheet, from 1
 * @param styles id of the style of each column
 */
export function* rowsXml(table: Table, firstRow: number, styles: readonly string[]): Generator<string> {
  const heights = rowHeights(table)
  const covered = coveredCells(table.merges ?? [])
  const letters = table.columns.map((_, column) => columnLetters(column + 1))
  let piece = ''
  for (const [index, cells] of table.rows.entries()) {
    const row = firstRow + index
    piece += `<row r="${row}" ht="${heights[index] ?? 18}" customHeight="1">`
    for (const [column, { kind }] of table.columns.entries()) {
      const value = covered.has(cellKey(index, column)) ? null : cellValue(cells[column] ?? null, kind)
      piece += cellXml(`r="${letters[column]}${row}" s="${styles[column]}"`, value)
    }
    piece += '</row>'
    if (index % PIECE < PIECE - 1) continue
    yield piece
    piece = ''
  }
  const footStyle =
    styles[
      Math.max(
        0,
        table.columns.findIndex(({ kind }) => kind === 'text'),
      )
    ]
  for (const [index, line] of (table.foot ?? []).entries()) {
    const row = firstRow + table.rows.length + index
    piece += `<row r="${row}" ht="18" customHeight="1">${cellXml(`r="A${row}" s="${footStyle}"`, cellValue(line, 'text'))}</row>`
  }
  yield piece
}

function cellXml(attributes: string, value: string | number | null): string {
  if (value === null) return `<c ${attributes}/>`
  if (typeof value === 'number') return `<c ${attributes}><v>${value}</v></c>`
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
}

/** Text as XML. `_x0041_` would be read as a character (ST_Xstring, 22.9.2.19), so its first sign is written that way itself. */
function escapeText(text: string): string {
  return allowedText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
