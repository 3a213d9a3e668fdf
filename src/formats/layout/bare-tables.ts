import { linesOf, type TextLine } from './lines.ts'
import { mendLines } from './mend.ts'
import type { Page, Run } from './page.ts'
import type { RuledCell, RuledTable } from './find-tables.ts'

/** Fewer columns could be text set in columns, or names beside one another. */
const FEWEST_COLUMNS = 4
const FEWEST_ROWS = 2
const CELL_SLACK = 1.6
/** Narrowest gap between columns, in characters. */
const GAP = 0.7

interface Band {
  readonly from: number
  readonly to: number
}

/**
 * Tables without ruled lines: below a line of at least four short headings with gaps between them, the lines that keep to the same columns, whose rows
 * begin with a number. What does not look like that for sure stays text.
 */
export function findBareTables({ runs }: Pick<Page, 'runs'>): RuledTable[] {
  const lines = linesOf(runs)
  const tables: RuledTable[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || !isHeading(line)) continue
    const [table, next] = tableAt(lines, at)
    if (table === null) continue
    tables.push(table)
    at = next - 1
  }
  return tables
}

function isHeading(line: TextLine): boolean {
  const pieces = line.text.split(' ')
  return pieces.length >= FEWEST_COLUMNS && pieces.every((piece) => /^[\p{Script=Han}（）()/、]{1,10}$/u.test(piece))
}

/** The stretches of a line that hold text, parted by gaps. */
function bandsOf({ runs, size }: TextLine): Band[] {
  return runs.reduce<Band[]>((bands, { x, width }) => joined(bands, { from: x, to: x + width }, size), [])
}

/** The bands with one more, which grows together with those that it comes near. */
function joined(bands: readonly Band[], band: Band, size: number): Band[] {
  const near = bands.filter(({ from, to }) => band.from < to + GAP * size && band.to > from - GAP * size)
  const from = Math.min(band.from, ...near.map((other) => other.from))
  const to = Math.max(band.to, ...near.map((other) => other.to))
  return [...bands.filter((other) => !near.includes(other)), { from, to }].toSorted((a, b) => a.from - b.from)
}

/** The table that begins with a heading, and the line behind it. Its columns are the bands that no line of it crosses. */
function tableAt(lines: readonly TextLine[], start: number): readonly [RuledTable | null, number] {
  const head = lines[start]
  if (head === undefined) return [null, start + 1]
  let bands = bandsOf(head)
  const count = bands.length
  let end = start + 1
  for (; end < lines.length; end++) {
    const line = lines[end]
    const before = lines[end - 1]
    if (line === undefined || before === undefined || line.y - before.y > 4 * line.size) break
    const next = bandsOf(line).reduce((all, band) => joined(all, band, line.size), bands)
    if (next.length !== count) break
    bands = next
  }
  const first = bands[0]
  if (count < FEWEST_COLUMNS || first === undefined) return [null, start + 1]
  const own = lines.slice(start, end)
  const starts = own.flatMap((line, index) => (isNumber(textIn(line.runs, first)) ? [index] : []))
  const isOrdered = starts.every((index, place) => Number(textIn(own[index]?.runs ?? [], first)) >= place)
  // the head takes no more lines than a heading that was broken
  if (starts.length < FEWEST_ROWS || !isOrdered || (starts[0] ?? 0) > 2) return [null, start + 1]
  const rows = [0, ...starts].map((from, index) => rowFrom(own.slice(from, starts[index]), bands))
  const [top, bottom] = [head.y - head.size, own.at(-1)?.y ?? head.y]
  const columns = [...bands.map(({ from }) => from), bands.at(-1)?.to ?? 0]
  return [{ top, bottom, columns, rows, runs: new Set(own.flatMap((line) => [...line.runs])) }, end]
}

function isNumber(text: string): boolean {
  return /^\d{1,3}$/.test(text)
}

function isIn({ x, width }: Run, { from, to }: Band): boolean {
  const middle = x + width / 2
  return middle >= from && middle <= to
}

function textIn(runs: readonly Run[], band: Band): string {
  return runs
    .filter((run) => isIn(run, band))
    .map(({ text }) => text.trim())
    .join('')
}

function rowFrom(lines: readonly TextLine[], bands: readonly Band[]): RuledCell[] {
  return bands.map((band, column) => {
    const own = linesOf(lines.flatMap(({ runs }) => runs.filter((run) => isIn(run, band))))
    return { column, columnSpan: 1, continues: false, words: own.length === 0 ? '' : mendLines(own, band.to, CELL_SLACK).join('\u2028') }
  })
}
