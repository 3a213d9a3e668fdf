import type { CellPlace } from '#formats/lines/place-lines.ts'
import { elementsNamed, numberOf, type HtmlElement } from './element.ts'

const MOST_COLUMNS = 1_000
const MOST_ROWS = 10_000

/** A cell of a page's table: where it stands, and the element that holds its words; null for the lower part of one that spans rows. */
export interface HtmlCell extends CellPlace {
  readonly element: HtmlElement | null
}

/** The rows of a table, its own only, cells that span rows repeated below as continued. */
export function readCells(table: HtmlElement): HtmlCell[][] {
  const hanging = new Map<number, { rows: number; columnSpan: number }>()
  return rowsOf(table).map((row) => {
    const cells: HtmlCell[] = []
    let column = 0
    const takeHanging = (): void => {
      for (let above = hanging.get(column); above !== undefined; above = hanging.get(column)) {
        cells.push({ column, columnSpan: above.columnSpan, continues: true, element: null })
        if (--above.rows === 0) hanging.delete(column)
        column += above.columnSpan
      }
    }
    for (const element of elementsNamed(row, 'td', 'th')) {
      if (cells.length >= MOST_COLUMNS) break
      takeHanging()
      const columnSpan = numberOf(element, 'colspan', MOST_COLUMNS)
      const rows = numberOf(element, 'rowspan', MOST_ROWS) - 1
      cells.push({ column, columnSpan, continues: false, element })
      if (rows > 0) hanging.set(column, { rows, columnSpan })
      column += columnSpan
    }
    takeHanging()
    return cells
  })
}

function rowsOf(table: HtmlElement): readonly HtmlElement[] {
  const groups = elementsNamed(table, 'thead', 'tbody', 'tfoot')
  return [...elementsNamed(table, 'tr'), ...groups.flatMap((group) => elementsNamed(group, 'tr'))]
}
