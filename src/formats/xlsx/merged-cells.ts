import type { VerticalMerge } from './table.ts'

/** A cell as a key; rows and columns count from 0. */
export function cellKey(row: number, column: number): string {
  return `${row}/${column}`
}

/**
 * The cells below the first of each merge, which show nothing of their own.
 * @throws RangeError if two merges share a cell: spreadsheets would call the file damaged
 */
export function coveredCells(merges: readonly VerticalMerge[]): Set<string> {
  const covered = new Set<string>()
  const taken = new Set<string>()
  for (const { column, row, rows } of merges) {
    for (let each = row; each < row + rows; each++) {
      const key = cellKey(each, column)
      if (taken.has(key)) throw new RangeError(`merged cells overlap at row ${each}, column ${column}`)
      taken.add(key)
      if (each > row) covered.add(key)
    }
  }
  return covered
}
