import type { TableCell, TableColumn } from './table.ts'

/** Longest text a cell may hold. */
const MAX_TEXT = 32_767

/** Day 0 of spreadsheets, good from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** More digits than a double holds exactly stay text. */
const MAX_DIGITS = 15

/** The value of a cell as it goes into the file: days as the number spreadsheets count them by, text that could be taken for a formula defused. */
export function cellValue(cell: TableCell, kind: TableColumn['kind']): string | number | null {
  if (cell === null || cell === '') return null
  if (kind === 'number') return toNumber(cell) ?? safeText(String(cell))
  if (kind === 'day') return toDay(String(cell)) ?? safeText(String(cell))
  return safeText(String(cell))
}

function toNumber(cell: string | number): number | undefined {
  const isNumber =
    typeof cell === 'number' ? Number.isFinite(cell) : /^-?\d+(\.\d+)?$/.test(cell) && cell.replace(/\D/g, '').length <= MAX_DIGITS
  return isNumber ? Number(cell) : undefined
}

function toDay(cell: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(cell)) return undefined
  const date = new Date(`${cell}T00:00:00Z`)
  // Spreadsheets count days from 1900, and wrongly before March of that year.
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell) && cell >= '1900-03-01'
  return isDay ? (date.getTime() - DAY_ZERO) / 86_400_000 : undefined
}

/**
 * Text that no spreadsheet takes for a formula, also after a detour over CSV (OWASP CSV injection): an apostrophe goes before
 * `= + - @ |`, TAB and CR at the start, and before their full-width forms. A dash alone stays: it marks an empty cell.
 */
export function safeText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\uFFFE\uFFFF]/g, '')
  const isRisky = /^[\s\u200B\uFEFF]*[=+\-@|＝＋－＠｜]/.test(clean) || /^[\t\r\n]/.test(text)
  const safe = isRisky && !/^[-－]$/.test(clean) ? `'${clean}` : clean
  return safe.length > MAX_TEXT ? `${safe.slice(0, MAX_TEXT - 1)}…` : safe
}
