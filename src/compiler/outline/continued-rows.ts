import type { Span } from '#core/text/span.ts'
import { isHeaderCell, meaningOf } from './columns.ts'
import { beginsWithMonth } from './schedule.ts'
import { cellsOf } from './cells.ts'
import type { Unit } from './unit.ts'

type Row = Extract<Unit, { kind: 'row' }>

/** A table with a heading of several columns, drawn with TABs or bars, while its lines are followed. */
interface Open {
  readonly table: string
  readonly cut: '|' | '\t'
  readonly width: number
  readonly isFramed: boolean
  readonly hasSchedule: boolean
}

/** Most lines of one cell between two rows. */
const longestGap = 12
const beginsPart =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[章条部节]|附件|注[:\d]|备注)/

/**
 * Rows of a table with TABs that lost all cells but one, because those beside it are merged: lines without TAB between two rows, or ones that begin
 * with a month below a schedule. The rows behind them, and behind a section of a table with bars, belong to the same table. `rows`: those already known.
 */
export function continuedRows(folded: string, lines: readonly Span[], rows: ReadonlyMap<number, Row>): Map<number, Row> {
  const found = new Map<number, Row>()
  let open: Open | null = null
  let gap: number[] = []
  // Behind a heading or a paragraph only rows of full width go on.
  let isBroken = false
  const take = (indexes: readonly number[], { table, cut, isFramed }: Open): void => {
    for (const index of indexes) {
      const span = lines[index]
      if (span !== undefined)
        found.set(index, { kind: 'row', span, table, cells: cellsOf(folded, span, cut, isFramed), isLoose: cut === '\t' })
    }
  }
  for (const [index, { start, end }] of lines.entries()) {
    const row = rows.get(index)
    const line = row === undefined ? folded.slice(start, end) : ''
    const parts = row === undefined && open !== null ? line.trim().split(open.cut).length : (row?.cells.length ?? 0)
    const heading: Open | null = row === undefined ? null : openedBy(folded, row)
    if (start === end) open = null
    else if (heading !== null) [open, gap, isBroken] = [heading, [], false]
    else if (open === null) continue
    else if (row?.table === open.table) [gap, isBroken] = [[], false]
    else if (isBroken && row === undefined && parts === open.width) take([index], open)
    else if (isBroken) continue
    else if (parts > 1 && parts <= open.width + 2 && (row === undefined || row.table.startsWith(open.cut)) && gap.length <= longestGap) {
      take([...gap, index], open)
      gap = []
    } else if (row !== undefined || open.cut === '|' || beginsPart.test(line) || gap.length > longestGap) isBroken = true
    else if (gap.length === 0 && open.hasSchedule && beginsWithMonth(line)) take([index], open)
    else gap.push(index)
  }
  return found
}

function openedBy(folded: string, { cells, table, span: line }: Row): Open | null {
  const cut = table.charAt(0)
  if ((cut !== '|' && cut !== '\t') || cells.length < 3) return null
  const headings = cells.map(({ span }) => folded.slice(span.start, span.end))
  if (!headings.every(isHeaderCell)) return null
  const isFramed = folded.slice(line.start, line.end).trimStart().startsWith('|')
  return { table, cut, isFramed, width: cells.length, hasSchedule: headings.some((words) => meaningOf(words) === 'schedule') }
}
