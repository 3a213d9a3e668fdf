import type { CellPosition, Column, GridApi } from 'ag-grid-community'
import type { GridRow } from '../model/view.ts'

/** Two corners of a selected block of cells: row index and column id. */
export interface Range {
  readonly from: Corner
  readonly to: Corner
}

export interface Corner {
  readonly row: number
  readonly column: string
}

export function cornerOf({ rowIndex, column }: Pick<CellPosition, 'rowIndex' | 'column'>): Corner {
  return { row: rowIndex, column: column.getColId() }
}

/** Columns as shown, from left to right. */
function shownColumns(api: GridApi<GridRow>): readonly Column[] {
  return api.getAllDisplayedColumns()
}

/** First and last row and the columns of a range, in the order shown. */
export function extentOf(api: GridApi<GridRow>, { from, to }: Range): { first: number; last: number; columns: readonly Column[] } {
  const columns = shownColumns(api)
  const places = [from, to].map(({ column }) => columns.findIndex((each) => each.getColId() === column))
  return {
    first: Math.min(from.row, to.row),
    last: Math.max(from.row, to.row),
    columns: columns.slice(Math.min(...places), Math.max(...places) + 1),
  }
}

/** The texts of a range, heads of groups left out; `isWhole` is false where rows are not loaded. */
export function cellsOf(api: GridApi<GridRow>, range: Range): { readonly rows: readonly (readonly string[])[]; readonly isWhole: boolean } {
  const { first, last, columns } = extentOf(api, range)
  const rows: string[][] = []
  let isWhole = true
  for (let index = first; index <= last; index += 1) {
    const node = api.getDisplayedRowAtIndex(index)
    if (node?.data === undefined) isWhole = false
    else if (node.data.kind === 'entry') {
      rows.push(columns.map((colKey) => String(api.getCellValue({ rowNode: node, colKey }) ?? '')))
    }
  }
  return { rows, isWhole }
}

/** Names of the columns of a range, for copying the whole ledger with its head. */
export function headsOf(api: GridApi<GridRow>, range: Range, nameOf: (column: string) => string): readonly string[] {
  return extentOf(api, range).columns.map((column) => nameOf(column.getColId()))
}

/** Whether a cell lies in a range. */
export function isWithin(api: GridApi<GridRow>, range: Range | null, row: number | null, column: Column): boolean {
  if (range === null || row === null) return false
  const { first, last, columns } = extentOf(api, range)
  return row >= first && row <= last && columns.includes(column)
}
