import MarkdownIt, { type Token } from 'markdown-it'
import type { Block, SourceDocument } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { decodeText } from '#formats/text/decode-text.ts'
import { rowCells } from './row-cells.ts'

/**
 * A Markdown file: headings, table rows, and a block for each other line. The text is the file's own, marks included;
 * the spans of blocks leave out `#`, `>`, list bullets and `**` around a whole line, but keep the numbers of lists.
 * @throws FormatError `not-text`, `damaged`, `no-text`
 */
export function readMarkdown(bytes: Uint8Array): SourceDocument {
  const text = decodeText(bytes)
  const lines = splitLines(text)
  const blocks: Block[] = []
  let tables = -1
  let marker: { readonly line: number; readonly text: string } | undefined
  const parsed = parser.parse(text, {})
  for (const [index, token] of parsed.entries()) {
    const [first, end] = token.map ?? [0, 0]
    const spans = (): Span[] =>
      contentSpans(text, lines.slice(first, end), contentOf(parsed, index), marker?.line === first ? marker.text : '')
    switch (token.type) {
      case 'list_item_open':
        marker = { line: first, text: token.info === '' ? '' : token.info + token.markup }
        break
      case 'heading_open':
        blocks.push(...spans().map((span): Block => ({ kind: 'heading', span, level: Number(token.tag.slice(1)) })))
        break
      case 'paragraph_open':
      case 'fence':
      case 'code_block':
        blocks.push(...spans().map((span): Block => ({ kind: 'paragraph', span })))
        break
      case 'html_block':
        if (!/^\s*<!--/.test(token.content)) blocks.push(...spans().map((span): Block => ({ kind: 'paragraph', span })))
        break
      case 'table_open':
        tables++
        break
      case 'tr_open':
        blocks.push(...lines.slice(first, end).map((line) => ({ ...rowCells(text, line), table: tables })))
        break
    }
  }
  if (blocks.length === 0) throw new FormatError('no-text')
  return { text, blocks, revisions: [] }
}

const parser = new MarkdownIt({ html: true })
parser.core.ruler.enableOnly(['normalize', 'block'])

/** Spans of all lines, as the parser counts them, without line ends. */
function splitLines(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const end of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: end.index })
    start = end.index + end[0].length
  }
  return [...lines, { start, end: text.length }]
}

/** Paragraphs and headings carry their text in the token behind them, others in themselves. */
function contentOf(tokens: readonly Token[], index: number): string[] {
  const token = tokens[index]
  const next = tokens[index + 1]
  return (next?.type === 'inline' ? next.content : (token?.content ?? '')).split('\n')
}

/** Where the content of each line stands: behind the marks, and from the number of a numbered list on. */
function contentSpans(text: string, lines: readonly Span[], content: readonly string[], marker: string): Span[] {
  const spans: Span[] = []
  let next = 0
  for (const line of lines) {
    const raw = text.slice(line.start, line.end)
    const wanted = content[next]?.trim() ?? ''
    const at = wanted === '' ? -1 : raw.lastIndexOf(wanted)
    // A line that is not the content's next one is a fence or the underline of a heading.
    if (at < 0 && wanted !== '') continue
    next++
    if (at < 0) continue
    const numberAt = spans.length === 0 && marker !== '' ? raw.slice(0, at).lastIndexOf(marker) : -1
    const isBold = /^(\*\*|__)[^*_]+\1$/.test(wanted)
    const start = line.start + (numberAt >= 0 ? numberAt : isBold ? at + 2 : at)
    spans.push({ start, end: line.start + at + wanted.length - (isBold && numberAt < 0 ? 2 : 0) })
  }
  return spans
}
