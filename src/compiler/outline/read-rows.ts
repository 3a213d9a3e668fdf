import type { Span } from '#core/text/span.ts'
import { isHeaderCell, meaningOf, type ColumnMeaning } from './columns.ts'
import { isRemark } from './remark.ts'
import { beginsWithMonth } from './schedule.ts'
import type { Unit } from './unit.ts'

type Row = Extract<Unit, { kind: 'row' }>

/** A cell with the meaning and the words of its column. `inherited`: a merged cell, whose text stands in a row above. */
export interface ReadCell {
  readonly span: Span
  readonly column: number
  readonly meaning: ColumnMeaning
  readonly heading: string | null
  readonly inherited: boolean
}

/** A row as read: data with its cells, a line across the table (a section, a title, a remark), or nothing to read. */
export type ReadRow =
  | { readonly kind: 'data'; readonly cells: readonly ReadCell[]; readonly serial: string }
  | { readonly kind: 'across'; readonly span: Span; readonly isRemark: boolean }
  | { readonly kind: 'none' }

interface Column {
  readonly heading: string
  readonly meaning: ColumnMeaning
}

/** Header and merged cells of the table that is being read. */
interface Table {
  readonly key: string
  columns: Map<number, Column>
  width: number
  isBody: boolean
  /** The last text of each column, for the lower parts of merged cells. */
  above: Map<number, Span>
}

/** Reads all rows of a document in order; a table without heading takes that of the table before where the widths agree. */
export function readRows(units: readonly Unit[], folded: string, text: string): Map<Unit, ReadRow> {
  const read = new Map<Unit, ReadRow>()
  const widths = new Map<string, number>()
  for (const unit of units) if (unit.kind === 'row') widths.set(unit.table, Math.max(widths.get(unit.table) ?? 0, widthOf(unit)))
  let table: Table = { key: '', columns: new Map(), width: 0, isBody: false, above: new Map() }
  for (const unit of units) {
    if (unit.kind !== 'row') continue
    if (unit.table !== table.key) {
      const width = widths.get(unit.table) ?? 0
      table = { key: unit.table, columns: width === table.width ? table.columns : new Map(), width, isBody: true, above: new Map() }
    }
    read.set(unit, readRow(unit, table, folded, text))
  }
  return read
}

function widthOf({ cells }: Row): number {
  const last = cells.at(-1)
  return last === undefined ? 0 : last.column + last.columnSpan
}

function readRow(row: Row, table: Table, folded: string, text: string): ReadRow {
  const filled = row.cells.filter(({ span }) => span.end > span.start)
  const words = filled.map(({ span }) => folded.slice(span.start, span.end))
  if (filled.length === 0 || words.every((cell) => /^[-: ]+$/.test(cell) && (cell.length > 1 || words.length > 1))) return { kind: 'none' }
  if (isHeader(row, words, table)) {
    takeHeader(row, table, folded, text)
    return { kind: 'none' }
  }
  const only = filled.length === 1 ? filled[0] : undefined
  const isAcross = only !== undefined && table.width >= 3 && !row.isLoose && !row.cells.some(({ continues }) => continues)
  if (isAcross && (table.columns.size === 0 || only.columnSpan > 1 || only.column === 0))
    return { kind: 'across', span: only.span, isRemark: isRemark(words[0] ?? '') }
  if (/^(?:合计|总计|小计|共计)$/.test(words[0]?.replaceAll(/\s/g, '') ?? '')) return { kind: 'none' }
  table.isBody = true
  return dataOf(row, table, folded, text)
}

function isHeader(row: Row, words: readonly string[], table: Table): boolean {
  const headers = words.filter(isHeaderCell).length
  if (headers >= 2 && headers * 5 >= words.length * 3) return true
  // The second line of a heading: 责任 over 领导 | 单位 | 人.
  const isSecond = !table.isBody && table.columns.size > 0 && row.cells.some(({ continues }) => continues)
  return isSecond && words.every((cell) => cell.length <= 12 && !/[。;,\d]/.test(cell)) && headers > 0
}

function takeHeader(row: Row, table: Table, folded: string, text: string): void {
  const isSecond = !table.isBody && table.columns.size > 0
  const columns = new Map(isSecond ? table.columns : [])
  for (const { span, column, columnSpan, continues } of row.cells) {
    for (let at = column; at < column + Math.min(columnSpan, 200); at++) {
      const above = isSecond ? (table.columns.get(at)?.heading ?? '') : ''
      const own = text.slice(span.start, span.end).replaceAll(/\s/g, '')
      if (continues || (own === '' && above !== '')) continue
      const heading = above + own
      columns.set(at, { heading, meaning: own === '' ? 'unknown' : meaningOf(folded.slice(span.start, span.end)) })
      if (above !== '' && columns.get(at)?.meaning === 'unknown') columns.set(at, { heading, meaning: meaningOf(heading) })
    }
  }
  table.columns = columns
  table.isBody = false
  table.above.clear()
}

function dataOf(row: Row, table: Table, folded: string, text: string): ReadRow {
  const shift = row.isLoose ? looseShift(row, table, folded) : 0
  const serialColumn = [...table.columns].find(([, { meaning }]) => meaning === 'serial')?.[0]
  const serialCell = row.cells.find(({ column }) => column + shift === (serialColumn ?? 0))
  const serialText = serialCell === undefined ? '' : text.slice(serialCell.span.start, serialCell.span.end).trim()
  const hasSerial = serialColumn !== undefined || /^\(?\d{1,4}[.、)]?$/.test(serialText)
  // In a drawn table an empty cell of a row without number is the lower part of the one above.
  const isLower =
    serialColumn !== undefined &&
    serialText === '' &&
    row.cells.some(({ span, column }) => column + shift !== serialColumn && span.end > span.start)
  const cells = row.cells.flatMap((cell): ReadCell[] => {
    const column = cell.column + shift
    const isEmpty = cell.span.start === cell.span.end
    const above = table.above.get(column)
    const inherits = isEmpty && above !== undefined && (cell.continues || isLower)
    if (!isEmpty) for (let at = column; at < column + Math.min(cell.columnSpan, 200); at++) table.above.set(at, cell.span)
    else if (!inherits) table.above.delete(column)
    const span = inherits ? above : cell.span
    if (span.start === span.end) return []
    const words = folded.slice(span.start, span.end)
    const { heading = null, meaning = guess(words) } = table.columns.get(column) ?? {}
    const isSerial = column === (serialColumn ?? 0) && hasSerial
    const isLimit = meaning === 'schedule' && bareLimit.test(words)
    const own = isLimit ? 'timeLimit' : holdsSentences(meaning, words) ? 'measure' : meaning
    return [{ span, column, meaning: isSerial ? 'serial' : own, heading, inherited: inherits }]
  })
  return { kind: 'data', cells: [...mergedAbove(row, table, shift), ...cells], serial: hasSerial ? serialText : '' }
}

/** Who answers and by when, merged over several rows of a flattened table: the lower ones have lost those cells. */
function mergedAbove(row: Row, table: Table, shift: number): ReadCell[] {
  if (!row.isLoose || shift === 0) return []
  return [...table.columns].flatMap(([column, { meaning, heading }]): ReadCell[] => {
    const span = table.above.get(column)
    const isLost = column < shift || column >= shift + row.cells.length
    return span === undefined || !isLost || !answering.has(meaning) ? [] : [{ span, column, meaning, heading, inherited: true }]
  })
}

const answering: ReadonlySet<ColumnMeaning> = new Set(['timeLimit', 'leadOrg', 'leader', 'owner', 'supportingOrg', 'mixed', 'nature'])

const named: ReadonlySet<ColumnMeaning> = new Set([
  'timeLimit',
  'category',
  'leadOrg',
  'leader',
  'owner',
  'supportingOrg',
  'mixed',
  'nature',
  'other',
])

/** Whatever its column is headed with, a cell of long sentences with numbers says what must be done. */
function holdsSentences(meaning: ColumnMeaning, words: string): boolean {
  return named.has(meaning) && words.length >= 24 && /\d|每/.test(words) && /[;。,][^;。,]{6,}/.test(words) && !/^[^。]*:/.test(words)
}

/**
 * A flattened table loses its merged first cells: a short row stands at the right, unless it begins with a number as the heading does. A single
 * cell stands where the deeds are, one with a month below the schedule.
 */
function looseShift(row: Row, table: Table, folded: string): number {
  const missing = table.columns.size - row.cells.length
  if (missing <= 0) return 0
  const first = row.cells[0]
  const schedule = [...table.columns].find(([, { meaning }]) => meaning === 'schedule')?.[0]
  const month = row.cells.findIndex(({ span }) => beginsWithMonth(folded.slice(span.start, span.end)))
  if (schedule !== undefined && month >= 0 && schedule >= month && schedule - month <= missing) return schedule - month
  if (row.cells.length === 1 && first !== undefined) return columnOf(table) ?? missing
  const isNumbered = first !== undefined && /^\d{1,4}$/.test(folded.slice(first.span.start, first.span.end))
  return isNumbered && table.columns.get(0)?.meaning === 'serial' ? 0 : missing
}

/** The column of what must be done. */
function columnOf({ columns }: Table): number | null {
  const wanted: readonly ColumnMeaning[] = ['measure', 'schedule']
  return wanted.flatMap((meaning) => [...columns].findLast(([, column]) => column.meaning === meaning)?.[0] ?? []).at(0) ?? null
}

const bareLimit =
  /^(?:(?:19|20)\d{2}年?[.\-/]?)?\s*(?:\d{1,2}[月.\-/]?(?:\d{1,2}日?)?|年)?(?:底|末|初|中旬|上旬|下旬)?(?:之?前)?$|^(?:长期|持续|立行立改|常态化?)/

/** The meaning of a cell in a table without heading. */
function guess(words: string): ColumnMeaning {
  if (/^\d{1,4}$/.test(words)) return 'serial'
  if (words.length <= 24 && /^(?:(?:19|20)\d{2}[年.\-/]|\d{1,2}月|立行立改|长期坚持|持续)/.test(words) && !/[。;]/.test(words))
    return 'timeLimit'
  return words.length >= 12 ? 'measure' : 'unknown'
}
