import type { DraftLine } from '#formats/lines/place-lines.ts'

/** A table whose cells stand on a line each, as some programs save it as text. */
const NUMBER_HEAD = /^(?:序\s*号|编\s*号)$/
const HEAD = /^(?![一二三四五六七八九十]+、|[（(])[\p{Script=Han}（）()/、 　]{2,12}$/u
/** A line across the table, above the next number. */
const TITLE = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/
const TELLING =
  /问题|措施|任务|目标|责任|领导|单位|部门|时限|期限|时间|牵头|配合|备注|内容|要求|类别|进展|负责人|表现|进度|情况|标准|成效|举措/
const FEWEST_COLUMNS = 4
const MOST_COLUMNS = 15
/** A row of names or a day is no longer than this. */
const LONGEST_NAMES = 60

/** What a text holds of such tables: its lines with rows put together, and how many lines look like cells but could not be. */
export interface CellLines {
  readonly drafts: readonly DraftLine[]
  readonly apart: number
}

interface Table {
  readonly columns: readonly string[]
  readonly next: number
  readonly rows: readonly (readonly string[])[]
  readonly isWhole: boolean
}

/**
 * Puts the rows of tables together whose cells stand on a line each: below headings that begin with 序号, as long as every row begins with the next number and
 * has in each column what may stand there. A table that is not so as a whole stays lines, and is counted: nothing is guessed.
 * @returns null where the text has no such table
 */
export function readCellLines(lines: readonly string[]): CellLines | null {
  const drafts: DraftLine[] = []
  let [apart, count, found] = [0, -1, false]
  for (let at = 0; at < lines.length;) {
    const columns = headAt(lines, at)
    if (columns === null) {
      drafts.push({ kind: 'paragraph', words: [lines[at] ?? ''] })
      at += 1
      continue
    }
    found = true
    const table = NUMBER_HEAD.test(columns[0] ?? '') ? tableAt(lines, at, columns) : null
    if (table?.isWhole === true && table.rows.length > 0) {
      count += 1
      for (const words of [columns, ...table.rows]) drafts.push(rowOf(words, columns.length, count))
      at = table.next
      continue
    }
    apart += columns.length
    for (const words of columns) drafts.push({ kind: 'paragraph', words: [words] })
    at += columns.length
  }
  return found ? { drafts, apart } : null
}

/** The headings of a table that begin at a line: from 序号 to before the first number, else at least four that say what such tables say. */
function headAt(lines: readonly string[], at: number): readonly string[] | null {
  const run: string[] = []
  for (let line = lines[at]?.trim() ?? ''; HEAD.test(line) && run.length < MOST_COLUMNS; line = lines[at + run.length]?.trim() ?? '')
    run.push(line)
  if (NUMBER_HEAD.test(run[0] ?? '')) return run.filter((head) => TELLING.test(head)).length >= 2 ? run : null
  const other = run.findIndex((head) => !TELLING.test(head))
  const telling = other === -1 ? run : run.slice(0, other)
  return telling.length >= FEWEST_COLUMNS ? telling : null
}

function tableAt(lines: readonly string[], start: number, columns: readonly string[]): Table {
  const rows: (readonly string[])[] = []
  let at = start + columns.length
  let last = 0
  let pending = 0
  for (;;) {
    const first = lines[at]?.trim()
    const row = lines.slice(at, at + columns.length).map((line) => line.trim())
    if (first !== undefined && TITLE.test(first) && lines[at + 1]?.trim() === String(last + 1)) {
      rows.push([first])
      at += 1
      continue
    }
    const isNext = first !== undefined && /^\d{1,3}$/.test(first) && (rows.length === 0 || Number(first) === last + 1)
    const goesOn = first === '' && last > 0 && row.some((cell) => cell !== '')
    if ((!isNext && !goesOn) || row.length < columns.length || !fits(row, columns)) break
    rows.push(row)
    if (isNext) [last, pending] = [Number(first), 0]
    else pending += 1
    at += columns.length
  }
  // what stands behind the last number and has no time of its own is text behind the table
  if (pending > 0 && !hasTimes(rows.slice(-pending), columns)) {
    rows.splice(-pending)
    at -= pending * columns.length
  }
  return { columns, rows, next: at, isWhole: !goesOnBehind(lines, at, last) }
}

/** Whether each cell holds what its column may hold. */
function fits(row: readonly string[], columns: readonly string[]): boolean {
  return row.every((cell, column) => {
    const head = columns[column] ?? ''
    if (/时限|期限|时间/.test(head)) return isTime(cell)
    return /领导|单位|部门|负责人|责任人/.test(head) ? cell.length <= LONGEST_NAMES && !cell.includes('。') : !NUMBER_HEAD.test(cell)
  })
}

function hasTimes(rows: readonly (readonly string[])[], columns: readonly string[]): boolean {
  const at = columns.findIndex((column) => /时限|期限|时间/.test(column))
  return at >= 0 && rows.every((row) => (row[at] ?? '') !== '')
}

function isTime(cell: string): boolean {
  return cell === '' || (cell.length <= LONGEST_NAMES && /\d|[年月日季]|长期|持续|立行|立即|即知|即改|常态|完成|适时|全程|\//.test(cell))
}

/** Whether the next number stands on a line of its own further on, before another table begins: then a row in between has cells of several lines. */
function goesOnBehind(lines: readonly string[], from: number, last: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? ''
    if (NUMBER_HEAD.test(line)) return false
    if (line === String(last + 1)) return true
  }
  return false
}

/** A row; what stands under a number without one of its own goes on below it. */
function rowOf(words: readonly string[], width: number, table: number): DraftLine {
  if (words.length === 1) return { kind: 'row', table, words, cells: [{ column: 0, columnSpan: width, continues: false }] }
  const filled = words.findIndex((word) => word !== '')
  const cells = words.map((_, column) => ({ column, columnSpan: 1, continues: column < filled }))
  return { kind: 'row', table, words, cells }
}
