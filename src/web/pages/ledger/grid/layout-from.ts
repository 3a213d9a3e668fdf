import type { ColumnState } from 'ag-grid-community'
import type { Layout } from '../model/layout.ts'

/** The layout as the grid shows it now. */
export function layoutFrom(states: readonly ColumnState[], before: Layout): Layout {
  const columns = states.flatMap(({ colId, width, hide }) => {
    const own = before.columns.find(({ column }) => column === colId)
    return own === undefined ? [] : [{ column: own.column, width: width ?? own.width, hidden: hide ?? own.hidden }]
  })
  return { ...before, columns }
}
