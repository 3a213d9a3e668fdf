import type { CellMouseDownEvent, CellMouseOverEvent, GridApi } from 'ag-grid-community'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { tell } from '#web/_lib/toast.ts'
import { asTable, asTabs } from '../model/clipboard.ts'
import type { GridRow } from '../model/view.ts'
import { useLedgerText } from '../use-text.ts'
import { NUMBER } from './columns.ts'
import { cellsOf, cornerOf, extentOf, headsOf, type Range } from './range.ts'

/** Selecting blocks of cells with mouse or Shift + arrows, and copying them. */
export interface RangeHandlers {
  readonly current: () => Range | null
  readonly onCellMouseDown: (event: CellMouseDownEvent<GridRow>) => void
  readonly onCellMouseOver: (event: CellMouseOverEvent<GridRow>) => void
  /** Before the grid hears of it. */
  readonly onKeyDown: (event: KeyboardEvent, api: GridApi<GridRow> | undefined) => void
  readonly onCopy: (event: ClipboardEvent, api: GridApi<GridRow> | undefined) => void
  readonly clear: () => void
}

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export function useRange(): RangeHandlers {
  const { text } = useLedgerText()
  const range = useRef<Range | null>(null)
  const isWhole = useRef(false)

  const select = (api: GridApi<GridRow>, next: Range | null, whole = false): void => {
    range.current = next
    isWhole.current = whole
    api.refreshCells({ force: true, suppressFlash: true })
  }
  const nameOf = (column: string): string => {
    const names: Readonly<Record<string, string>> = text.column
    return column === NUMBER ? text.number : (names[column] ?? column)
  }
  return {
    current: () => range.current,
    clear: () => {
      range.current = null
    },
    onCellMouseDown: ({ api, rowIndex, column, event }) => {
      if (rowIndex === null || !(event instanceof MouseEvent) || event.button !== 0) return
      const corner = cornerOf({ rowIndex, column })
      select(api, { from: event.shiftKey && range.current !== null ? range.current.from : corner, to: corner })
    },
    onCellMouseOver: ({ api, rowIndex, column, event }) => {
      if (rowIndex === null || range.current === null || !(event instanceof MouseEvent) || event.buttons !== 1) return
      const to = cornerOf({ rowIndex, column })
      if (range.current.to.row !== to.row || range.current.to.column !== to.column) select(api, { from: range.current.from, to })
    },
    onKeyDown: (event, api) => {
      const isCell = event.target instanceof Element && event.target.closest('.ag-cell') !== null
      const focused = api?.getFocusedCell() ?? null
      if (api === undefined || !isCell || focused === null) return
      const columns = api.getAllDisplayedColumns()
      const [firstColumn, lastColumn] = [columns[0], columns.at(-1)]
      if ((event.ctrlKey || event.metaKey) && event.key === 'a' && firstColumn && lastColumn) {
        event.preventDefault()
        const last = api.getDisplayedRowCount() - 1
        return select(api, { from: { row: 0, column: firstColumn.getColId() }, to: { row: last, column: lastColumn.getColId() } }, true)
      }
      const move = moves[event.key]
      if (move === undefined) return
      if (!event.shiftKey) return select(api, null)
      // the grid knows no ranges: it would move the focus away from where the range began
      event.preventDefault()
      event.stopPropagation()
      const current = range.current ?? { from: cornerOf(focused), to: cornerOf(focused) }
      const place = columns.findIndex((column) => column.getColId() === current.to.column) + move[1]
      const column = columns[Math.min(columns.length - 1, Math.max(0, place))]
      const row = Math.min(api.getDisplayedRowCount() - 1, Math.max(0, current.to.row + move[0]))
      if (column === undefined) return
      select(api, { from: current.from, to: { row, column: column.getColId() } })
      api.ensureIndexVisible(row)
      api.ensureColumnVisible(column)
    },
    onCopy: (event, api) => {
      if (api === undefined || event.target instanceof HTMLInputElement) return
      const focused = api.getFocusedCell()
      const copied = range.current ?? (focused === null ? null : { from: cornerOf(focused), to: cornerOf(focused) })
      if (copied === null) return
      const { rows, isWhole: isLoaded } = cellsOf(api, copied)
      event.preventDefault()
      if (!isLoaded) return tell('error', text.notAllLoaded)
      const all = isWhole.current ? [headsOf(api, copied, nameOf), ...rows] : rows
      event.clipboardData.setData('text/plain', asTabs(all))
      event.clipboardData.setData('text/html', asTable(all))
      tell('done', text.copied(rows.length, extentOf(api, copied).columns.length))
    },
  }
}
