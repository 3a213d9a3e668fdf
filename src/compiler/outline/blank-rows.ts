import type { Span } from '#core/text/span.ts'
import { isHeaderCell } from './columns.ts'
import { isPost } from './posts.ts'
import type { RowCell, Unit } from './unit.ts'
import { matchesOf } from '#compiler/source/matches.ts'

type Row = Extract<Unit, { kind: 'row' }>

const apart = /\S+(?: \S+)*/g
const pieces = /\S+/g

/**
 * Rows of a table whose columns are set apart by blanks alone, as it comes when copied from a page: below a line of headings every line of as many
 * pieces, whatever headings stand between. Where one blank parts the columns, every line that begins with the next number.
 */
export function blankRows(folded: string, lines: readonly Span[]): Map<number, Row> {
  const rows = new Map<number, Row>()
  let width = 0
  let table = ''
  let isTight = false
  for (const [index, span] of lines.entries()) {
    if (span.end - span.start < 6) continue
    const line = folded.slice(span.start, span.end)
    if (!line.includes(' ')) continue
    const wide = / {2,}/.test(line.trim()) ? cut(folded, span, apart) : []
    const cells = wide.length >= 4 || !isTight ? wide : fit(folded, cut(folded, span, pieces), width)
    const tight = wide.length < 4 && line.length < 120 ? cut(folded, span, pieces) : []
    if (isHeading(folded, wide)) [width, table, isTight] = [wide.length, `blanks${index}`, false]
    else if (tight.length >= 5 && tight.every((cell) => isHeaderCell(wordsOf(folded, cell))))
      [width, table, isTight] = [tight.length, `blanks${index}`, true]
    else if (width === 0 || cells.length !== width || (isTight && !/^\s*\d{1,3} /.test(line))) continue
    rows.set(index, rowOf(span, table, isHeading(folded, wide) ? wide : cells.length === width ? cells : tight))
  }
  return rows
}

function isHeading(folded: string, cells: readonly Span[]): boolean {
  return cells.length >= 4 && cells.filter((cell) => isHeaderCell(wordsOf(folded, cell))).length * 4 >= cells.length * 3
}

function wordsOf(folded: string, { start, end }: Span): string {
  return folded.slice(start, end)
}

function cut(folded: string, line: Span, pattern: RegExp): Span[] {
  return matchesOf(pattern, folded.slice(line.start, line.end)).map((match) => ({
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }))
}

/** Joins pieces until there are as many as columns: a post with its name first, then the sentences of a measure. Too few stay so. */
function fit(folded: string, cells: Span[], width: number): Span[] {
  const joined = [...cells]
  while (joined.length > width) {
    const named = joined.findIndex((cell, at) => at + 1 < joined.length && isPost(wordsOf(folded, cell)))
    const said = joined.findIndex((cell, at) => at > 0 && at + 1 < joined.length && /[。;,]$/.test(wordsOf(folded, cell)))
    const at = named >= 0 ? named : said
    const [left, right] = [joined[at], joined[at + 1]]
    if (left === undefined || right === undefined) return []
    joined.splice(at, 2, { start: left.start, end: right.end })
  }
  return joined
}

function rowOf(span: Span, table: string, cells: readonly Span[]): Row {
  const inner = cells.map((cell, column): RowCell => ({ span: cell, column, columnSpan: 1, continues: false }))
  return { kind: 'row', span, table, cells: inner, isLoose: true }
}
