import type { ColDef, SuppressHeaderKeyboardEventParams } from 'ag-grid-community'
import type { LedgerColumn } from '#core/ledger/ledger.ts'
import { cellText, type CellWords } from '../model/cells.ts'
import type { Layout } from '../model/layout.ts'
import type { GridRow } from '../model/view.ts'
import { LightCell } from './light-cell.tsx'
import { Head } from './head.tsx'

export const NUMBER = 'number'

interface ColumnsWanted {
  readonly layout: Layout
  readonly cells: CellWords
  /** Head of the running number. */
  readonly number: string
  /** A further column that stays in view: what rows are grouped by where groups have no head of their own. */
  readonly pinned: LedgerColumn | null
}

/** Columns of the grid in the order of a layout: the running number and the first columns stay in view. */
export function columnDefs({ layout, cells, number, pinned }: ColumnsWanted): ColDef<GridRow>[] {
  return [
    {
      colId: NUMBER,
      headerName: number,
      width: 58,
      pinned: 'left',
      lockPosition: 'left',
      resizable: false,
      suppressMovable: true,
      sortable: false,
      cellClass: 'running',
      valueGetter: ({ data }) => (data?.kind === 'entry' ? data.number : ''),
    },
    ...layout.columns.map(({ column, width, hidden }): ColDef<GridRow> => ({
      colId: column,
      width,
      hide: hidden,
      minWidth: 64,
      sortable: false,
      pinned: column === 'ref' || column === pinned ? 'left' : null,
      lockPinned: true,
      headerComponent: Head,
      headerComponentParams: { column },
      suppressHeaderKeyboardEvent: passEnter,
      cellClass: ({ data }) => classOf(column, data),
      ...(column === 'light' ? { cellRenderer: LightCell } : {}),
      valueGetter: ({ data }) => (data?.kind === 'entry' ? cellText(data.entry, column, cells) : ''),
    })),
  ]
}

/** Enter and the space bar press the buttons in a head; the grid must not take them. */
function passEnter({ event }: SuppressHeaderKeyboardEventParams<GridRow>): boolean {
  return event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')
}

function classOf(column: LedgerColumn, row: GridRow | undefined): string {
  if (row?.kind !== 'entry') return 'words'
  if (column === 'state') return `words state-${row.entry.state}`
  if (column === 'indicator') return `words indicator kind-${row.entry.reading.kind}`
  return column === 'ref' ? 'words ref' : 'words'
}
