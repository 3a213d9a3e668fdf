import { linesOf } from './lines.ts'
import { mendLines } from './mend.ts'
import type { Page, Rule, Run } from './page.ts'

/** A cell as ruled: its words, and how many columns and rows it takes. */
export interface RuledCell {
  readonly column: number
  readonly columnSpan: number
  readonly words: string
  readonly continues: boolean
}

/** A ruled table: where it begins and ends on the page, and its rows. */
export interface RuledTable {
  readonly top: number
  readonly bottom: number
  readonly columns: readonly number[]
  readonly rows: readonly (readonly RuledCell[])[]
  readonly runs: ReadonlySet<Run>
}

const NEAR = 3
/** Cells are narrow, and their words are broken early. */
const CELL_SLACK = 1.6
const MOST_RULES = 2_000

/** The tables that lines rule on a page: at least two columns; cells are merged where no line stands between them. */
export function findTables({ rules, runs }: Page): RuledTable[] {
  if (rules.length > MOST_RULES) return []
  return groupsOf(rules).flatMap((group) => {
    const table = tableFrom(group, runs)
    return table === null ? [] : [table]
  })
}

const isLevel = ({ x1, x2, y1, y2 }: Rule): boolean => x2 - x1 >= y2 - y1

function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => touches(rule, other)))
    const rest = groups.filter((group) => !touching.includes(group))
    groups.splice(0, groups.length, ...rest, [rule, ...touching.flat()])
  }
  return groups
}

function touches(a: Rule, b: Rule): boolean {
  return a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR
}

function tableFrom(group: readonly Rule[], all: readonly Run[]): RuledTable | null {
  const level = group.filter(isLevel)
  const upright = group.filter((rule) => !isLevel(rule))
  const ys = distinct(level.map(({ y1 }) => y1))
  const xs = distinct(upright.map(({ x1 }) => x1))
  const [top, bottom, left, right] = [ys[0], ys.at(-1), xs[0], xs.at(-1)]
  if (top === undefined || bottom === undefined || left === undefined || right === undefined || ys.length < 2 || xs.length < 3) return null
  const inside = all.filter(({ x, y, size, width }) => {
    const [cx, cy] = [x + width / 2, y - size * 0.3]
    return cx > left && cx < right && cy > top && cy < bottom
  })
  const parted = (row: number, column: number): boolean =>
    upright.some(({ x1, y1, y2 }) => Math.abs(x1 - (xs[column] ?? 0)) <= NEAR && covers(y1, y2, ys[row], ys[row + 1]))
  const closed = (row: number, column: number): boolean =>
    level.some(({ y1, x1, x2 }) => Math.abs(y1 - (ys[row] ?? 0)) <= NEAR && covers(x1, x2, xs[column], xs[column + 1]))
  const rows = ys.slice(1).map((_, row) => {
    const cells: RuledCell[] = []
    for (let column = 0; column < xs.length - 1;) {
      let end = column + 1
      while (end < xs.length - 1 && !parted(row, end)) end++
      const continues = row > 0 && !closed(row, column)
      let last = row + 1
      while (last < ys.length - 1 && !closed(last, column)) last++
      const area = { left: xs[column] ?? 0, right: xs[end] ?? 0, top: ys[row] ?? 0, bottom: ys[last] ?? 0 }
      cells.push({ column, columnSpan: end - column, continues, words: continues ? '' : wordsIn(area, inside) })
      column = end
    }
    return cells
  })
  return { top, bottom, columns: xs, rows: rows.filter((row) => row.some(({ words }) => words !== '')), runs: new Set(inside) }
}

function covers(from: number, to: number, start = 0, end = 0): boolean {
  const middle = (start + end) / 2
  return from <= middle && to >= middle
}

function wordsIn({ left, right, top, bottom }: { left: number; right: number; top: number; bottom: number }, runs: readonly Run[]): string {
  const own = runs.filter(({ x, y, size, width }) => {
    const [cx, cy] = [x + width / 2, y - size * 0.3]
    return cx > left && cx <= right && cy > top && cy <= bottom
  })
  const lines = linesOf(own)
  if (lines.length === 0) return ''
  const padding = Math.max(0, Math.min(...lines.map(({ x }) => x)) - left)
  const edge = Math.max(right - Math.min(padding, 8), ...lines.map((line) => line.right))
  return mendLines(lines, edge, CELL_SLACK).join('\u2028')
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of values.toSorted((a, b) => a - b)) if (value - (found.at(-1) ?? -Infinity) > NEAR) found.push(value)
  return found
}
