import type { Block, Cell, SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'

/** Where a cell stands in its row; cells that do not say stand in a column each. */
export type CellPlace = Omit<Cell, 'span'>

/** A block before it has its place: its words, or those of its cells. */
export interface DraftLine {
  readonly kind: 'paragraph' | 'heading' | 'row'
  readonly words: readonly string[]
  readonly level?: number
  readonly table?: number
  readonly cells?: readonly CellPlace[]
}

/**
 * Puts blocks under one another, a line each, the cells of rows joined by TAB; blocks without words are left out.
 * @throws FormatError `no-text`
 */
export function placeLines(drafts: readonly DraftLine[]): SourceDocument {
  const lines: string[] = []
  const blocks: Block[] = []
  let start = 0
  for (const { words, cells, ...block } of drafts) {
    const line = words.join('\t')
    if (line.trim() === '') continue
    const span = { start, end: start + line.length }
    blocks.push(block.kind === 'row' ? { ...block, span, cells: placeCells(words, cells, start) } : { ...block, span })
    lines.push(line)
    start = span.end + 1
  }
  if (blocks.length === 0) throw new FormatError('no-text')
  return { text: lines.join('\n'), blocks, revisions: [] }
}

function placeCells(words: readonly string[], places: readonly CellPlace[] | undefined, start: number): Cell[] {
  let next = start
  return words.map((word, column) => {
    const span = { start: next, end: next + word.length }
    next = span.end + 1
    return { span, ...(places?.[column] ?? { column, columnSpan: 1, continues: false }) }
  })
}
