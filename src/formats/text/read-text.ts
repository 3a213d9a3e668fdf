import type { Block, SourceDocument } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { placeLines } from '#formats/lines/place-lines.ts'
import { readCellLines } from './cell-lines.ts'
import { decodeText } from './decode-text.ts'

/**
 * A plain text file: one block for each line that holds more than white space. Tables whose cells stand on a line each are put together where that is certain;
 * where not, that is said.
 * @throws FormatError `not-text`, `damaged`, `no-text`
 */
export function readText(bytes: Uint8Array): SourceDocument {
  const text = decodeText(bytes)
  const found = readCellLines(text.split(/\r\n|[\r\n]/))
  const losses = found !== null && found.apart > 0 ? { losses: [{ code: 'cells-apart' as const, params: {} }] } : {}
  if (found?.drafts.some(({ kind }) => kind === 'row') === true) return { ...placeLines(found.drafts), ...losses }
  const blocks = linesOf(text).map((span): Block => ({ kind: 'paragraph', span }))
  if (blocks.length === 0) throw new FormatError('no-text')
  return { text, blocks, revisions: [], ...losses }
}

/** Spans of the lines that hold more than white space, line ends not included. */
function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\r\n\v\f\u0085\u2028\u2029]+/g)]
    .filter(([line]) => /\S/.test(line))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
