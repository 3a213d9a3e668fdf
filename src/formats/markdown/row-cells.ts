import type { Block, Cell } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'

/** A line of a pipe table as a row: cells without the white space around them; `\|` does not part cells. */
export function rowCells(text: string, line: Span): Block {
  const raw = text.slice(line.start, line.end)
  const bars = [...raw.matchAll(/\\.|\|/gs)].filter(([mark]) => mark === '|').map((mark) => mark.index)
  const edges = [-1, ...bars, raw.length]
  const pieces = edges.slice(1).map((edge, index) => trimmed(raw, (edges[index] ?? -1) + 1, edge))
  // Bars at the ends of the line are its frame.
  const inner = pieces.slice(isBlank(pieces[0]) && bars.length > 0 ? 1 : 0, isBlank(pieces.at(-1)) && bars.length > 1 ? -1 : undefined)
  const cells = inner.map(({ start, end }, column): Cell => {
    return { span: { start: line.start + start, end: line.start + end }, column, columnSpan: 1, continues: false }
  })
  const whole = trimmed(raw, 0, raw.length)
  return { kind: 'row', span: { start: line.start + whole.start, end: line.start + whole.end }, cells }
}

function isBlank(piece: Span | undefined): boolean {
  return piece === undefined || piece.start === piece.end
}

function trimmed(raw: string, start: number, end: number): Span {
  const piece = raw.slice(start, end)
  const lead = piece.length - piece.trimStart().length
  return lead === piece.length ? { start, end: start } : { start: start + lead, end: start + piece.trimEnd().length }
}
