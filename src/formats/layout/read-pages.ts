import type { Block, Cell, SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { dropChrome } from './drop-chrome.ts'
import { findTables, type RuledCell, type RuledTable } from './find-tables.ts'
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
export function readPages(pages: readonly Page[]): SourceDocument {
  const tables = pages.map(findTables)
  const lines = dropChrome(
    pages.map(({ runs, height }, index) => ({
      height,
      lines: linesOf(runs.filter((run) => !tables[index]?.some((table) => table.runs.has(run)))),
    })),
  )
  const edge = rightEdge(lines.flat())
  const parts: (string | Row)[] = []
  let flow: TextLine[] = []
  let count = -1
  let last: RuledTable | undefined
  const flush = (): void => {
    if (flow.length > 0) parts.push(...mendLines(flow, edge))
    flow = []
  }
  pages.forEach((_, index) => {
    const items = [...(tables[index] ?? []), ...(lines[index] ?? [])].toSorted((a, b) => placeOf(a) - placeOf(b))
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
  })
  flush()
  return placeParts(parts)
}

const placeOf = (item: TextLine | RuledTable): number => ('rows' in item ? item.top : item.y)

function sameColumns(a: RuledTable, b: RuledTable): boolean {
  return a.columns.length === b.columns.length && a.columns.every((x, index) => Math.abs(x - (b.columns[index] ?? 0)) < 4)
}

/** Rows of a table; where it goes on from the page before, the repeated head is dropped and a row cut in two is put together. */
function addRows(parts: (string | Row)[], { rows }: RuledTable, table: number, goesOn: boolean): void {
  const wordsOf = (cells: readonly RuledCell[]): string => cells.map(({ words }) => words).join('\t')
  const head = parts.find((part): part is Row => typeof part !== 'string' && part.table === table)
  const kept = goesOn && head !== undefined && rows[0] !== undefined && wordsOf(head.cells) === wordsOf(rows[0]) ? rows.slice(1) : rows
  kept.forEach((cells, index) => {
    const before = parts.at(-1)
    if (goesOn && index === 0 && before !== undefined && typeof before !== 'string' && isRest(before.cells, cells)) {
      before.cells = before.cells.map((cell, at) => ({ ...cell, words: cell.words + (cells[at]?.words ?? '') }))
    } else parts.push({ table, cells: [...cells] })
  })
}

/** Whether a row holds what did not fit of the row before: nothing numbered, and something that was not finished. */
function isRest(before: readonly RuledCell[], cells: readonly RuledCell[]): boolean {
  const filled = cells.filter(({ words }) => words !== '')
  return (
    before.length === cells.length &&
    cells[0]?.words === '' &&
    filled.every(({ column }) => (before.find((cell) => cell.column === column)?.words ?? '') !== '') &&
    filled.length < before.length
  )
}

function placeParts(parts: readonly (string | Row)[]): SourceDocument {
  const lines: string[] = []
  const blocks: Block[] = []
  let start = 0
  for (const part of parts) {
    const line = typeof part === 'string' ? part : part.cells.map(({ words }) => words.replaceAll('\t', ' ')).join('\t')
    if (line.trim() === '') continue
    const span = { start, end: start + line.length }
    blocks.push(
      typeof part === 'string' ? { kind: 'paragraph', span } : { kind: 'row', span, table: part.table, cells: placeCells(part, start) },
    )
    lines.push(line)
    start = span.end + 1
  }
  if (blocks.length === 0) throw new FormatError('no-text')
  return { text: lines.join('\n'), blocks, revisions: [] }
}

function placeCells({ cells }: Row, start: number): Cell[] {
  let next = start
  return cells.map(({ column, columnSpan, continues, words }) => {
    const span = { start: next, end: next + words.length }
    next = span.end + 1
    return { span, column, columnSpan, continues }
  })
}
