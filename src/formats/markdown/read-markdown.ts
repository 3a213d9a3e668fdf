import type { Token } from 'markdown-it'
import type { SourceDocument } from '#core/document/document.ts'
import { decodeText } from '#formats/text/decode-text.ts'
import { inlineText } from './inline-text.ts'
import { parser } from './parser.ts'
import { placeLines, type DraftLine } from '#formats/lines/place-lines.ts'
import { splitRow } from './split-row.ts'

/**
 * A Markdown file as it reads: headings, table rows, and a block for each other line. The text has a line for each block and holds what is
 * shown, without marks (`#`, `>`, bullets, `**`, links, HTML); the numbers of lists are kept as written.
 * @throws FormatError `not-text`, `damaged`, `no-text`
 */
export function readMarkdown(bytes: Uint8Array): SourceDocument {
  const text = decodeText(bytes)
  const source = text.split(/\r\n|\r|\n/)
  const environment = {}
  const parsed = parser.parse(text, environment)
  const inline = (markdown: string): string => inlineText(markdown, environment)
  const drafts: DraftLine[] = []
  let tables = -1
  let marker = ''
  const add = (words: string, level?: number): void => {
    for (const line of linesOf(words)) {
      drafts.push(level === undefined ? { kind: 'paragraph', words: [marker + line] } : { kind: 'heading', words: [marker + line], level })
      marker = ''
    }
  }
  for (const [index, token] of parsed.entries()) {
    switch (token.type) {
      case 'list_item_open':
        marker = token.info === '' ? '' : `${token.info}${token.markup} `
        break
      case 'heading_open':
        add(inline(contentBehind(parsed, index)), Number(token.tag.slice(1)))
        break
      case 'paragraph_open':
        add(inline(contentBehind(parsed, index)))
        break
      case 'fence':
      case 'code_block':
        add(token.content)
        break
      case 'html_block':
        add(token.content.replaceAll(/<!--[^]*?(?:-->|$)|<\/?[a-z][^>]*>/gi, ''))
        break
      case 'table_open':
        tables++
        break
      case 'tr_open': {
        const line = source[token.map?.[0] ?? -1] ?? ''
        drafts.push({ kind: 'row', words: splitRow(line).map((cell) => inCell(inline(cell))), table: tables })
        break
      }
    }
  }
  return placeLines(drafts)
}

/** Paragraphs and headings carry their text in the token behind them. */
function contentBehind(tokens: readonly Token[], index: number): string {
  const next = tokens[index + 1]
  return next?.type === 'inline' ? next.content : ''
}

function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Lines inside a cell are joined as in other documents. */
function inCell(words: string): string {
  return linesOf(words.replaceAll('\t', ' ')).join('\u2028')
}
