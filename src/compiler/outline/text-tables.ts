import type { Span } from '#core/text/span.ts'
import { blankRows } from './blank-rows.ts'
import { continuedRows } from './continued-rows.ts'
import { cellsOf } from './cells.ts'
import { isHeaderCell } from './columns.ts'
import type { RowCell, Unit } from './unit.ts'

const beginsLikeText =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|第[一二三四五六七八九十]{1,3}[章条部])\s*\t?/

/** Lines of a plain text that are rows of a table drawn with | or TAB, by index; all others are left to be read as text. */
export function findTextRows(folded: string, lines: readonly Span[]): Map<number, Extract<Unit, { kind: 'row' }>> {
  const rows = new Map<number, Extract<Unit, { kind: 'row' }>>()
  for (const cut of ['|', '\t'] as const) {
    for (const run of runsOf(folded, lines, cut)) {
      const isFramed = run.every((index) => beginsWithBar(folded, lines[index]))
      const cells = run.map((index) => cellsOf(folded, lines[index] ?? { start: 0, end: 0 }, cut, isFramed))
      if (!isTable(folded, cells, cut)) continue
      for (const [position, index] of run.entries()) {
        const span = lines[index]
        if (span === undefined || rows.has(index)) continue
        rows.set(index, { kind: 'row', span, table: `${cut}${run[0]}`, cells: cells[position] ?? [], isLoose: cut === '\t' })
      }
    }
  }
  for (const [index, row] of continuedRows(folded, lines, rows)) rows.set(index, row)
  for (const [index, row] of blankRows(folded, lines)) if (!rows.has(index)) rows.set(index, row)
  return rows
}

/** Whether the first visible character of a line is a bar. */
function beginsWithBar(folded: string, line: Span | undefined): boolean {
  return line !== undefined && folded.slice(line.start, line.end).trimStart().startsWith('|')
}

/** Runs of neighbouring lines that hold a separator. */
function runsOf(folded: string, lines: readonly Span[], cut: '|' | '\t'): number[][] {
  const runs: number[][] = []
  let last = -2
  for (const [index, { start, end }] of lines.entries()) {
    const line = folded.slice(start, end)
    const count = line.trim().split(cut).length - 1
    if (cut === '|' ? count < 2 : count < 1 || (count === 1 && beginsLikeText.test(line))) continue
    if (index === last + 1) runs.at(-1)?.push(index)
    else runs.push([index])
    last = index
  }
  return runs
}

/** A table has a heading row, or two rows of the same make; label lines set side by side are none. */
function isTable(folded: string, rows: readonly (readonly RowCell[])[], cut: '|' | '\t'): boolean {
  const hasHeader = rows.some((cells) => cells.filter(({ span }) => isHeaderCell(folded.slice(span.start, span.end))).length >= 2)
  if (hasHeader) return true
  const isLabels = rows.some((cells) => cells.some(({ span }) => /^[\p{Script=Han} ]{2,8}:/u.test(folded.slice(span.start, span.end))))
  return !isLabels && rows.length >= 2 && (cut === '|' || rows.some((cells) => cells.length >= 3))
}
