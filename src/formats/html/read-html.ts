import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { type DraftLine, placeLines } from '#formats/lines/place-lines.ts'
import { decodeHtml } from './decode-html.ts'
import { attributeOf, elementsNamed, type HtmlElement, type HtmlNode, isElement, isInline, isUnread } from './element.ts'
import { parseHtml } from './parse-html.ts'
import { type HtmlCell, readCells } from './read-cells.ts'

/**
 * A web page as it reads: headings, table rows with their merged cells, a block for each other line; ordered lists with their numbers. Nothing it refers
 * to is loaded, scripts are not run, what is hidden is left out.
 * @throws FormatError
 */
export function readHtml(bytes: Uint8Array): SourceDocument {
  const text = decodeHtml(bytes)
  // a page packed into mail format would have to be unpacked first
  if (/^\s*MIME-Version:/i.test(text)) throw new FormatError('unsupported', { found: 'html' })
  const drafts: DraftLine[] = []
  let tables = 0
  let line = ''
  let marker = ''
  let list = 0
  const flush = (level?: number): void => {
    for (const each of tidy(line)) {
      const words = [marker + each]
      drafts.push(level === undefined ? { kind: 'paragraph', words } : { kind: 'heading', words, level })
      marker = ''
    }
    line = ''
  }
  const readTable = (table: HtmlElement): void => {
    const rows = readCells(table)
    const cells = rows.flat().filter(({ element }) => element !== null)
    // a table of one cell, or one that holds tables, lays out the page
    if (cells.length < 2 || cells.some(({ element }) => element !== null && holdsTable(element))) {
      for (const { element } of cells) if (element !== null) readChildren(element)
      return
    }
    for (const caption of elementsNamed(table, 'caption')) read(caption)
    for (const row of rows) if (row.length > 0) drafts.push(rowFrom(row, tables))
    tables++
  }
  const readChildren = (node: HtmlElement): void => {
    let number = numberOfFirst(node)
    for (const child of node.childNodes) {
      const isItem = isElement(child) && child.tagName === 'li'
      if (isItem && node.tagName === 'ol') {
        flush()
        number = Number(attributeOf(child, 'value') ?? number)
        marker = list <= 1 ? `${number}. ` : `（${number}）`
        number++
      }
      read(child)
    }
  }
  const read = (node: HtmlNode): void => {
    if (node.nodeName === '#text' && 'value' in node) line += node.value
    if (!isElement(node) || isUnread(node)) return
    if (node.tagName === 'br') return flush()
    if (isInline(node)) return readChildren(node)
    flush()
    if (node.tagName === 'pre') line = textIn(node).replaceAll('\n', '\u2028')
    else if (node.tagName === 'table') readTable(node)
    else if (node.tagName === 'ol') {
      list++
      readChildren(node)
      list--
    } else readChildren(node)
    flush(/^h[1-6]$/.test(node.tagName) ? Number(node.tagName.slice(1)) : undefined)
  }
  for (const node of parseHtml(text).childNodes) read(node)
  flush()
  return placeLines(drafts)
}

function numberOfFirst(list: HtmlElement): number {
  const start = Number(attributeOf(list, 'start') ?? 1)
  return Number.isSafeInteger(start) ? start : 1
}

function holdsTable(node: HtmlElement): boolean {
  return node.childNodes.some((child) => isElement(child) && (child.tagName === 'table' || holdsTable(child)))
}

function rowFrom(row: readonly HtmlCell[], table: number): DraftLine {
  const words = row.map(({ element }) => (element === null ? '' : tidy(textIn(element)).join('\u2028')))
  return { kind: 'row', table, words, cells: row.map(({ column, columnSpan, continues }) => ({ column, columnSpan, continues })) }
}

/** The words of a cell, its lines parted by U+2028. */
function textIn(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (node.nodeName === 'br') return '\u2028'
  if (!isElement(node) || isUnread(node)) return ''
  const text = node.childNodes.map((child, index) => numberIn(node, index) + textIn(child)).join('')
  return isInline(node) ? text : `\u2028${text}\u2028`
}

function numberIn(parent: HtmlElement, index: number): string {
  if (parent.tagName !== 'ol' || parent.childNodes[index]?.nodeName !== 'li') return ''
  return `\u2028${numberOfFirst(parent) + parent.childNodes.slice(0, index).filter(({ nodeName }) => nodeName === 'li').length}. ${GLUE}`
}

/** Holds a number to the words behind it. */
const GLUE = '\u2060'
const WIDE = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]'
/** Where a program broke its own lines, between characters that no space parts. */
const BROKEN_LINE = new RegExp(`(?<=${WIDE})[ \\t\\r]*\\n\\s*(?=${WIDE})`, 'gu')

/** Lines with single spaces, without the characters that no document holds. */
function tidy(text: string): string[] {
  return text
    .replaceAll(/\u2060\s*/g, '')
    .replaceAll(BROKEN_LINE, '')
    .replaceAll(/[\p{Cc} \u00a0\u2029]+/gu, ' ')
    .toWellFormed()
    .split('\u2028')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
