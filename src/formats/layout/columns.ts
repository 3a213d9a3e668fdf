import { linesOf, type TextLine } from './lines.ts'
import type { Run } from './page.ts'

/** A stretch of level text: pieces of one line that no gap of a column parts. */
type Piece = TextLine

const FEWEST_LINES = 6
/** Narrowest gap between columns, in characters. */
const NARROWEST = 0.8

/**
 * The lines of a page in the order they are read: where text stands in two columns, the left one first, down to the next line that goes across. The lines of
 * the right column are moved to the left; lines of columns carry the edge they are broken at.
 */
export function linesInOrder(runs: readonly Run[]): TextLine[] {
  const rows = linesOf(runs)
  const gutter = gutterOf(rows, runs)
  if (gutter === null) return rows
  const left = Math.min(...runs.map(({ x }) => x))
  const ordered: TextLine[] = []
  let columns: { left: Run[]; right: Run[] } = { left: [], right: [] }
  const flush = (): void => {
    const shift = Math.min(...columns.right.map(({ x }) => x)) - left
    ordered.push(...withEdge(linesOf(columns.left)), ...withEdge(linesOf(columns.right.map((run) => ({ ...run, x: run.x - shift })))))
    columns = { left: [], right: [] }
  }
  for (const row of rows) {
    if (goesAcross(row.runs, gutter)) {
      flush()
      ordered.push(row)
      continue
    }
    const { left: before, right: behind } = partedAt(row.runs, gutter)
    columns.left.push(...before)
    columns.right.push(...behind)
  }
  flush()
  return ordered
}

function partedAt(runs: readonly Run[], gutter: number): { readonly left: readonly Run[]; readonly right: readonly Run[] } {
  const { left = [], right = [] } = Object.groupBy(runs, ({ x, width }) => (x + width / 2 < gutter ? 'left' : 'right'))
  return { left, right }
}

/** Whether a piece lies over the gutter, or pieces left and right of it are no wider apart than those of one line. */
function goesAcross(runs: readonly Run[], gutter: number): boolean {
  if (runs.some(({ x, width, size }) => x < gutter - size && x + width > gutter + size)) return true
  const { left, right } = partedAt(runs, gutter)
  const size = Math.max(...runs.map((run) => run.size))
  return startOf(right) - endOf(left) < NARROWEST * size
}

function startOf(runs: readonly Run[]): number {
  return Math.min(...runs.map(({ x }) => x))
}

function endOf(runs: readonly Run[]): number {
  return Math.max(...runs.map(({ x, width }) => x + width))
}

function withEdge(lines: readonly Piece[]): TextLine[] {
  const edge = Math.max(0, ...lines.map(({ right }) => right))
  return lines.map((line) => ({ ...line, edge }))
}

/**
 * Where a gap of at least a character runs down the middle of the page between lines that are filled to it. Tables without rules have gaps too, but their cells
 * are not filled.
 */
function gutterOf(rows: readonly TextLine[], runs: readonly Run[]): number | null {
  const [from, to] = [startOf(runs), endOf(runs)]
  const candidates = new Set(
    runs.map(({ x, size }) => Math.round(x - size * 0.6)).filter((x) => x > from + (to - from) * 0.3 && x < from + (to - from) * 0.7),
  )
  for (const gutter of [...candidates].toSorted((a, b) => a - b)) {
    const sides = rows
      .filter(({ runs: own }) => !own.some(({ x, width }) => x < gutter && x + width > gutter) && !goesAcross(own, gutter))
      .map(({ runs: own }) => partedAt(own, gutter))
    const both = sides
      .filter(({ left, right }) => left.length > 0 && right.length > 0)
      .map(({ left, right }) => ({ left: endOf(left), right: endOf(right) }))
    if (both.length < FEWEST_LINES || both.length < rows.length * 0.3) continue
    const edge = Math.max(...both.map(({ left }) => left))
    const end = Math.max(...both.map(({ right }) => right))
    const size = median(runs.map((run) => run.size))
    const filledLeft = both.filter(({ left }) => left > edge - 1.6 * size).length
    const filledRight = both.filter(({ right }) => right > end - 1.6 * size).length
    if (filledLeft >= both.length * 0.5 && filledRight >= both.length * 0.5) return gutter
  }
  return null
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
