import { cellKey, coveredCells } from './merged-cells.ts'
import type { Table } from './table.ts'

/** Height of a line of text, and the tallest row a spreadsheet allows, in points. */
const LINE = 15
const TALLEST = 409

/**
 * Heights of the rows in points, so that all text is seen: spreadsheets do not measure merged cells by themselves.
 * What a merged cell needs more than its rows have goes to its last row.
 */
export function rowHeights({ columns, rows, merges = [] }: Table): number[] {
  const linesAt = (row: number, column: number): number => countLines(String(rows[row]?.[column] ?? ''), columns[column]?.width ?? 10)
  const tops = merges.map(({ column, row }) => cellKey(row, column))
  const merged = new Set([...tops, ...coveredCells(merges)])
  const heights = rows.map((_, row) => {
    const lines = columns.map((__, column) => (merged.has(cellKey(row, column)) ? 1 : linesAt(row, column)))
    return LINE * Math.max(1, ...lines)
  })
  for (const { column, row, rows: count } of merges) {
    const has = heights.slice(row, row + count).reduce((sum, height) => sum + height, 0)
    const last = row + count - 1
    heights[last] = (heights[last] ?? 0) + Math.max(0, LINE * linesAt(row, column) - has)
  }
  return heights.map((height) => Math.min(TALLEST, height + 3))
}

function countLines(text: string, width: number): number {
  return text.split(/[\n\u2028]/).reduce((lines, line) => lines + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width - 1))), 0)
}

/** Characters of Chinese width count two. */
function displayWidth(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index++) width += text.charCodeAt(index) > 0x2e7f ? 2 : 1
  return width
}
