import type {
  CellClickedEvent,
  CellFocusedEvent,
  ColDef,
  ColumnMovedEvent,
  ColumnResizedEvent,
  GetRowIdParams,
  GridReadyEvent,
  IDatasource,
  IsFullWidthRowParams,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useMemo, useRef } from 'react'
import type { LedgerColumn, LedgerEntry } from '#core/ledger/ledger.ts'
import { nonce } from '#web/_lib/nonce.ts'
import { type Layout, loadLayout } from '../model/layout.ts'
import { type GridRow, type LedgerView, withGroups } from '../model/view.ts'
import { fetchWindow, type LedgerWindow, WINDOW } from '../use-ledger.ts'
import { useLedgerText } from '../use-text.ts'
import { columnDefs } from './columns.ts'
import { GroupRow } from './group-row.tsx'
import { layoutFrom } from './layout-from.ts'
import { localeEn, localeZh } from './locale.ts'
import { theme } from './modules.ts'
import { isWithin } from './range.ts'
import { useRange } from './use-range.ts'

interface LedgerGridProps {
  readonly view: LedgerView
  readonly window: LedgerWindow
  readonly layout: Layout
  readonly onLayout: (layout: Layout) => void
  /** Shows an entry in the side panel; where it is open already, it follows the focus. */
  readonly onOpen: (entry: LedgerEntry, column: LedgerColumn | null) => void
  readonly onFollow: (entry: LedgerEntry) => void
  readonly onEscape: () => void
}

const HEIGHT = { compact: 34, full: 74, group: 36 }

/** The grid: all rows at once, or windows of them where there are more than may be loaded. */
export function LedgerGrid({ view, window, layout, onLayout, onOpen, onFollow, onEscape }: LedgerGridProps) {
  const cells = useLedgerText()
  const { text } = cells
  const grid = useRef<AgGridReact<GridRow>>(null)
  const range = useRange()
  const isLoaded = window.rows.length >= window.total
  const rows = useMemo(() => (isLoaded ? [...withGroups(window.rows, view.groupBy)] : null), [isLoaded, window.rows, view.groupBy])
  const source = useMemo(() => sourceOf(view), [view])
  // what others have changed comes in without leaving the place one looks at
  const { rows: seen } = window
  useEffect(() => {
    if (!isLoaded && seen.length > 0) grid.current?.api?.refreshInfiniteCache()
  }, [isLoaded, seen])
  const pinned = isLoaded ? null : view.groupBy
  const columns = useMemo(() => columnDefs({ layout, cells, number: text.number, pinned }), [layout, cells, text, pinned])
  const defaults = useMemo<ColDef<GridRow>>(
    () => ({
      resizable: true,
      cellClassRules: {
        'in-range': ({ api, rowIndex, column }) => column !== undefined && isWithin(api, range.current(), rowIndex, column),
      },
    }),
    [range],
  )
  const keep = ({ api, finished, source: by }: ColumnMovedEvent<GridRow> | ColumnResizedEvent<GridRow>): void => {
    if (finished && (by === 'uiColumnMoved' || by === 'uiColumnResized')) onLayout(layoutFrom(api.getColumnState(), loadLayout()))
  }
  const follow = ({ api, rowIndex }: CellFocusedEvent<GridRow>): void => {
    const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data
    if (row?.kind === 'entry') onFollow(row.entry)
  }
  return (
    <div
      className={`grid ${layout.compact ? 'compact' : ''}`}
      onCopy={(event) => range.onCopy(event, grid.current?.api)}
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') onEscape()
        range.onKeyDown(event, grid.current?.api)
      }}
    >
      <AgGridReact<GridRow>
        key={isLoaded ? 'loaded' : 'windows'}
        ref={grid}
        theme={theme}
        styleNonce={nonce}
        localeText={cells.language === 'zh' ? localeZh : localeEn}
        columnDefs={columns}
        defaultColDef={defaults}
        maintainColumnOrder={false}
        getRowId={rowId}
        rowHeight={layout.compact ? HEIGHT.compact : HEIGHT.full}
        {...(isLoaded
          ? {
              rowData: rows,
              isFullWidthRow: isGroup,
              fullWidthCellRenderer: GroupRow,
              getRowHeight: ({ data }) => (data?.kind === 'group' ? HEIGHT.group : undefined),
            }
          : {
              rowModelType: 'infinite' as const,
              datasource: source,
              cacheBlockSize: WINDOW,
              maxBlocksInCache: 20,
              infiniteInitialRowCount: window.total,
            })}
        suppressDragLeaveHidesColumns
        suppressMultiSort
        animateRows={false}
        onCellMouseDown={range.onCellMouseDown}
        onCellMouseOver={range.onCellMouseOver}
        onCellKeyDown={({ data, event, ...cell }) => {
          if (event instanceof KeyboardEvent && event.key === 'Enter' && data?.kind === 'entry')
            onOpen(data.entry, columnOf('column' in cell ? cell.column : undefined, layout))
        }}
        onCellClicked={({ data, event, column }: CellClickedEvent<GridRow>) => {
          const isRange = event instanceof MouseEvent && event.shiftKey
          if (data?.kind === 'entry' && !isRange && isOneCell(range.current())) onOpen(data.entry, columnOf(column, layout))
        }}
        onCellFocused={follow}
        onColumnMoved={keep}
        onColumnResized={keep}
        onGridReady={({ api }: GridReadyEvent<GridRow>) => api.setGridAriaProperty('label', text.title)}
      />
    </div>
  )
}

/** The column of the ledger that a cell of the grid is in; null: the running number. */
function columnOf(column: { readonly getColId: () => string } | undefined, { columns }: Layout): LedgerColumn | null {
  return columns.find((each) => each.column === column?.getColId())?.column ?? null
}

function isOneCell(range: ReturnType<ReturnType<typeof useRange>['current']>): boolean {
  return range === null || (range.from.row === range.to.row && range.from.column === range.to.column)
}

function rowId({ data }: GetRowIdParams<GridRow>): string {
  return data.kind === 'entry' ? data.entry.id : `group ${data.key}`
}

function isGroup({ rowNode }: IsFullWidthRowParams<GridRow>): boolean {
  return rowNode.data?.kind === 'group'
}

/** Windows of a view as the grid scrolls. */
function sourceOf(view: LedgerView): IDatasource {
  return {
    getRows: (asked) => {
      fetchWindow(view, asked.startRow).then(
        ({ rows, total, offset }) =>
          asked.successCallback(
            rows.map((entry, index): GridRow => ({ kind: 'entry', number: offset + index + 1, entry })),
            total,
          ),
        () => asked.failCallback(),
      )
    },
  }
}
