import type { Block, SourceDocument } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { decodeText } from './decode-text.ts'

/**
 * A plain text file: one block for each line that holds more than white space.
 * @throws FormatError `not-text`, `damaged`, `no-text`
 */
export function readText(bytes: Uint8Array): SourceDocument {
  const text = decodeText(bytes)
  const blocks = linesOf(text).map((span): Block => ({ kind: 'paragraph', span }))
  if (blocks.length === 0) throw new FormatError('no-text')
  return { text, blocks, revisions: [] }
}

/** Spans of the lines that hold more than white space, line ends not included. */
function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\r\n\v\f\u0085\u2028\u2029]+/g)]
    .filter(([line]) => /\S/.test(line))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
