import type { Span } from '#core/text/span.ts'
import type { RowCell } from './unit.ts'

/** The cells of a line, parted by bars or TABs. `isFramed`: the lines of its table begin with a bar. */
export function cellsOf(folded: string, line: Span, cut: '|' | '\t', isFramed: boolean): RowCell[] {
  const pieces: Span[] = []
  let start = line.start
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && folded.charAt(at) !== cut) continue
    pieces.push(trim(folded, start, at))
    start = at + 1
  }
  // Bars at the ends of the line are its frame.
  const isClosed = cut === '|' && pieces.length > 1 && isBlank(pieces.at(-1))
  const first = cut === '|' && isBlank(pieces[0]) && (isFramed || isClosed) ? 1 : 0
  const inner = pieces.slice(first, isClosed ? -1 : undefined)
  return inner.map((span, column) => ({ span, column, columnSpan: 1, continues: false }))
}

function isBlank(piece: Span | undefined): boolean {
  return piece !== undefined && piece.start === piece.end
}

/** A span without the blanks around it. */
export function trim(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return { start: from, end: to }
}

function isSpace(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character === ' ' || character.trim() === ''
}
