import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { type DraftLine, placeLines } from '#formats/markdown/place-lines.ts'
import { decodeText } from '#formats/text/decode-text.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const LEFT_OUT = new Set(['script', 'style', 'head', 'template', 'noscript', 'nav', 'select', 'svg', 'math', 'iframe', 'object'])
const INLINE = new Set('a abbr b big code em font i ins label mark q s small span strike strong sub sup tt u var'.split(' '))
const DEEPEST = 256

/**
 * A web page as it reads: headings, table rows, a block for each other piece of text. Nothing it refers to is loaded, scripts are not run.
 * @throws FormatError
 */
export function readHtml(bytes: Uint8Array): SourceDocument {
  const drafts: DraftLine[] = []
  let line = ''
  let tables = -1
  const flush = (level?: number): void => {
    const words = [tidy(line)]
    drafts.push(level === undefined ? { kind: 'paragraph', words } : { kind: 'heading', words, level })
    line = ''
  }
  const walk = (node: Node, depth: number): void => {
    if (depth > DEEPEST) throw new FormatError('too-deep')
    if (node.nodeName === '#text' && 'value' in node) line += node.value.replaceAll(/[\t\r\n ]+/g, ' ')
    if (!('childNodes' in node) || LEFT_OUT.has(node.nodeName) || isHidden(node)) return
    if (node.nodeName === 'br') return flush()
    const isBlock = !INLINE.has(node.nodeName)
    if (isBlock) flush()
    if (node.nodeName === 'table') tables++
    if (node.nodeName === 'tr') {
      const cells = node.childNodes.filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th')
      drafts.push({ kind: 'row', words: cells.map((cell) => tidy(textIn(cell, depth)).replaceAll('\t', ' ')), table: Math.max(0, tables) })
      return
    }
    node.childNodes.forEach((child, index) => {
      if (node.nodeName === 'ol' && child.nodeName === 'li') line = `${node.childNodes.slice(0, index + 1).filter(isItem).length}. `
      walk(child, depth + 1)
    })
    if (isBlock) flush(/^h[1-6]$/.test(node.nodeName) ? Number(node.nodeName.slice(1)) : undefined)
  }
  walk(parse(decodeText(bytes)), 0)
  return placeLines(drafts)
}

const isItem = ({ nodeName }: Node): boolean => nodeName === 'li'

function isHidden(node: Node): boolean {
  return 'attrs' in node && hides(node)
}

function hides({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)))
}

function textIn(node: Node, depth: number): string {
  if (depth > DEEPEST) throw new FormatError('too-deep')
  if (node.nodeName === '#text' && 'value' in node) return node.value.replaceAll(/[\t\r\n ]+/g, ' ')
  if (node.nodeName === 'br') return '\u2028'
  if (!('childNodes' in node) || LEFT_OUT.has(node.nodeName) || isHidden(node)) return ''
  const text = node.childNodes.map((child) => textIn(child, depth + 1)).join('')
  return INLINE.has(node.nodeName) || node.nodeName === 'td' || node.nodeName === 'th' ? text : `\u2028${text}\u2028`
}

function tidy(text: string): string {
  return text
    .replaceAll(/[\0\u00a0\u0085\v\f]/g, ' ')
    .toWellFormed()
    .split('\u2028')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join('\u2028')
}
