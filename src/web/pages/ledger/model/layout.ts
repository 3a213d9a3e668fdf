import type { LedgerColumn } from '#core/ledger/ledger.ts'

/** Which columns are shown, in which order and how wide, and how high rows are. The only thing of the ledger that the browser keeps. */
export interface Layout {
  readonly columns: readonly ColumnLayout[]
  readonly compact: boolean
}

interface ColumnLayout {
  readonly column: LedgerColumn
  readonly width: number
  readonly hidden: boolean
}

const KEY = 'ledger-layout'

/** Default order and widths in pixels. */
const defaults: Readonly<Record<LedgerColumn, { width: number; hidden?: true }>> = {
  ref: { width: 92 },
  // what is late comes before all else
  light: { width: 100 },
  aspect: { width: 170 },
  finding: { width: 220 },
  measure: { width: 210 },
  sentence: { width: 300 },
  indicator: { width: 220 },
  nature: { width: 96 },
  leaders: { width: 120 },
  leadOrgs: { width: 140 },
  owners: { width: 110 },
  supportingOrgs: { width: 130 },
  responsibility: { width: 220 },
  dispatch: { width: 92 },
  dueOn: { width: 150 },
  headway: { width: 230 },
  done: { width: 120 },
  evidence: { width: 84 },
  owed: { width: 84 },
  pace: { width: 120 },
  latestSafeDay: { width: 104 },
  arrears: { width: 96 },
  closure: { width: 92 },
  state: { width: 92 },
  remark: { width: 180 },
  plan: { width: 220, hidden: true },
}

export function defaultLayout(): Layout {
  const columns = Object.entries(defaults).flatMap(([column, { width, hidden = false }]) =>
    isColumn(column) ? [{ column, width, hidden }] : [],
  )
  return { columns, compact: false }
}

function isColumn(name: unknown): name is LedgerColumn {
  return typeof name === 'string' && name in defaults
}

/** A layout with these columns first, in their order; those it does not name come behind, as they are by default. */
export function withColumns(columns: readonly ColumnLayout[], compact: boolean): Layout {
  const missing = defaultLayout().columns.filter(({ column }) => !columns.some((each) => each.column === column))
  return { columns: [...columns, ...missing], compact }
}

/** The layout as it was left; unknown columns are dropped, new ones added at the end. */
export function readLayout(stored: string | null): Layout {
  const fallback = defaultLayout()
  const value: unknown = parsed(stored)
  if (typeof value !== 'object' || value === null || !('columns' in value) || !Array.isArray(value.columns)) return fallback
  const known = value.columns.flatMap((each: unknown) => columnLayout(each))
  const missing = fallback.columns.filter(({ column }) => !known.some((each) => each.column === column))
  return { columns: [...known, ...missing], compact: 'compact' in value && value.compact === true }
}

function parsed(stored: string | null): unknown {
  try {
    return stored === null ? null : JSON.parse(stored)
  } catch {
    return null
  }
}

function columnLayout(value: unknown): readonly ColumnLayout[] {
  if (typeof value !== 'object' || value === null || !('column' in value) || !isColumn(value.column)) return []
  const width = 'width' in value && typeof value.width === 'number' ? value.width : defaults[value.column].width
  return [{ column: value.column, width: Math.min(900, Math.max(40, width)), hidden: 'hidden' in value && value.hidden === true }]
}

export function loadLayout(): Layout {
  return readLayout(localStorage.getItem(KEY))
}

export function saveLayout(layout: Layout): void {
  localStorage.setItem(KEY, JSON.stringify(layout))
}
