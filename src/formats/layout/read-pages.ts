import type { SourceDocument } from '#core/document/document.ts'
import { type CellPlace, type DraftLine, placeLines } from '#formats/lines/place-lines.ts'
import { dropChrome, withoutPageNumber } from './drop-chrome.ts'
import { findBareTables } from './bare-tables.ts'
import { findTables, type RuledCell, type RuledTable } from './find-tables.ts'
import { linesInOrder } from './columns.ts'
import { linesOf, type TextLine } from './lines.ts'
import { mendLines, rightEdge } from './mend.ts'
import type { Page } from './page.ts'

interface Row {
  readonly table: number
  cells: RuledCell[]
}

/**
 * Pages as a document: paragraphs mended over lines and pages, ruled tables as rows, page numbers and repeated headers left out.
 * @throws FormatError `no-text`
 */
export function readPages(given: readonly Page[]): SourceDocument {
  const pages = given.map(withoutPageNumber)
  const tables = pages.map(allTables)
  const lines = dropChrome(
    pages.map(({ runs, height }, index) => ({
      height,
      lines: linesOf(runs.filter((run) => !tables[index]?.some((table) => table.runs.has(run)))),
    })),
  )
  const items = pages.flatMap((_, index) => itemsOf(tables[index] ?? [], lines[index] ?? []))
  const edge = edgeOf(
    items.filter((item): item is TextLine => !('rows' in item) && item.edge === undefined),
    pages[0]?.width ?? 0,
  )
  const parts: (string | Row)[] = []
  let flow: TextLine[] = []
  let count = -1
  let last: RuledTable | undefined
  const flush = (): void => {
    if (flow.length > 0) parts.push(...mendLines(flow, edge))
    flow = []
  }
  for (const item of items) {
    if (!('rows' in item)) {
      flow.push(item)
      last = undefined
      continue
    }
    flush()
    const goesOn = last !== undefined && sameColumns(last, item)
    if (!goesOn) count++
    addRows(parts, item, count, goesOn)
    last = item
  }
  flush()
  return placeLines(parts.map(draftFrom))
}

/** Ruled tables, and those without rules in what is left. */
function allTables(page: Page): RuledTable[] {
  const ruled = findTables(page)
  return [...ruled, ...findBareTables({ runs: page.runs.filter((run) => !ruled.some((table) => table.runs.has(run))) })]
}

/** Where lines are broken: as far as any goes; where all are short, as far from the right as they stand from the left. */
function edgeOf(lines: readonly TextLine[], width: number): number {
  const edge = rightEdge(lines)
  return edge > width * 0.6 ? edge : width - Math.min(width / 2, ...lines.map(({ x }) => x))
}

/** Lines and tables of a page in the order they are read; between two tables the text may stand in columns. */
function itemsOf(tables: readonly RuledTable[], lines: readonly TextLine[]): (TextLine | RuledTable)[] {
  const ordered = tables.toSorted((a, b) => a.top - b.top)
  const stretch = (from: number, to: number): TextLine[] =>
    linesInOrder(lines.filter(({ y }) => y >= from && y < to).flatMap(({ runs }) => runs))
  const tops = [...ordered.map(({ top }) => top), Infinity]
  return tops.flatMap((top, index) => {
    const table = ordered[index]
    const text = stretch(tops[index - 1] ?? -Infinity, top)
    return table === undefined ? text : [...text, table]
  })
}

function sameColumns(a: RuledTable, b: RuledTable): boolean {
  return a.columns.length === b.columns.length && a.columns.every((x, index) => Math.abs(x - (b.columns[index] ?? 0)) < 4)
}

function wordsOf(cells: readonly RuledCell[]): string {
  return cells.map(({ words }) => words).join('\t')
}

/** Rows of a table; where it goes on from the page before, the repeated head is dropped and a row cut in two is put together. */
function addRows(parts: (string | Row)[], { rows }: RuledTable, table: number, goesOn: boolean): void {
  const head = parts.find((part): part is Row => typeof part !== 'string' && part.table === table)
  const kept = goesOn && head !== undefined && rows[0] !== undefined && wordsOf(head.cells) === wordsOf(rows[0]) ? rows.slice(1) : rows
  kept.forEach((cells, index) => {
    const before = parts.at(-1)
    if (goesOn && index === 0 && before !== undefined && typeof before !== 'string' && isRest(before.cells, cells)) {
      before.cells = before.cells.map((cell, at) => ({ ...cell, words: cell.words + (cells[at]?.words ?? '') }))
    } else parts.push({ table, cells: [...cells] })
  })
}

/** Text of a cell that may have been cut at the end of a page is longer than a name or a day. */
const SHORTEST_CUT = 12

/** Whether a row holds what did not fit of the row before: nothing numbered, and only text that was long and not finished. */
function isRest(before: readonly RuledCell[], cells: readonly RuledCell[]): boolean {
  const filled = cells.filter(({ words }) => words !== '')
  return (
    before.length === cells.length &&
    cells[0]?.words === '' &&
    filled.length < before.length &&
    filled.every(({ column }) => {
      const above = before.find((cell) => cell.column === column)?.words ?? ''
      return above.length >= SHORTEST_CUT && !above.endsWith('。')
    })
  )
}

function draftFrom(part: string | Row): DraftLine {
  if (typeof part === 'string') return { kind: 'paragraph', words: [part] }
  return {
    kind: 'row',
    table: part.table,
    words: part.cells.map(({ words }) => words.replaceAll('\t', ' ')),
    cells: part.cells.map(placeOfCell),
  }
}

function placeOfCell({ column, columnSpan, continues }: RuledCell): CellPlace {
  return { column, columnSpan, continues }
}
