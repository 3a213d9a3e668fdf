import type { Revision } from '#core/document/document.ts'
import { child, switchOf, valueOf, type XmlNode } from '#formats/xml/xml-node.ts'
import { chosenBranch } from './alternate-content.ts'
import { mergeRevisions, type Line } from './line.ts'
import type { NoteKey, Reading } from './reading.ts'
import { symbolCharacter } from './symbols.ts'

/** The text of a paragraph: at least one line, a further one after each break; and the text boxes anchored in it. */
export interface ParagraphContent {
  readonly lines: readonly Line[]
  readonly boxes: readonly XmlNode[]
}

type Change = Pick<Revision, 'kind' | 'author' | 'at'>

interface OpenLine {
  text: string
  revisions: Revision[]
}

/** Elements without text of their own, or with text that is not part of the document. `w:object`: embedded objects stay unread. */
const SKIPPED = new Set(['w:pPr', 'w:rPr', 'w:rt', 'w:object', 'w:delInstrText'])

/** Reads what stands in a paragraph (17.3), all tracked changes accepted. */
export function readRuns(paragraph: XmlNode, paragraphStyle: string | undefined, reading: Reading): ParagraphContent {
  const lines: [OpenLine, ...OpenLine[]] = [{ text: '', revisions: [] }]
  const boxes: XmlNode[] = []

  const add = (text: string, change: Change | undefined): void => {
    const line = lines.at(-1) ?? lines[0]
    if (text === '' || reading.fields.isSilent()) return
    const start = line.text.length
    if (change?.kind !== 'deleted') line.text += text
    if (change !== undefined) line.revisions.push({ ...change, span: { start, end: line.text.length }, text })
  }
  const breakLine = (change: Change | undefined): void => {
    if (change?.kind === 'deleted') add('\n', change)
    else if (!reading.fields.isSilent()) lines.push({ text: '', revisions: [] })
  }
  const walk = (node: XmlNode, change: Change | undefined): void => {
    for (const each of node.children) visit(each, change)
  }
  const visit = (node: XmlNode, change: Change | undefined): void => {
    if (SKIPPED.has(node.name)) return
    switch (node.name) {
      case 'w:r':
        if (!isHidden(node, paragraphStyle, reading)) walk(node, change)
        return
      case 'w:t':
      case 'm:t':
        return add(visibleText(node), change)
      case 'w:delText':
        return add(visibleText(node), change?.kind === 'deleted' ? change : { kind: 'deleted', author: null, at: null })
      case 'w:instrText':
        if (change?.kind !== 'deleted') reading.fields.addInstruction(node.text)
        return
      case 'w:fldChar':
        if (change?.kind !== 'deleted') reading.fields.meet(node)
        return
      case 'w:tab':
      case 'w:ptab':
        return add('\t', change)
      case 'w:br':
      case 'w:cr':
        return breakLine(change)
      case 'w:noBreakHyphen':
        return add('-', change)
      case 'w:sym':
        return add(symbolCharacter(node.attributes['w:font'] ?? '', node.attributes['w:char'] ?? ''), change)
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        if (change?.kind !== 'deleted' && !reading.fields.isSilent()) reading.notes.add(noteKey(node))
        return
      case 'w:txbxContent':
        if (change?.kind === 'deleted') add(textInside(node), change)
        else if (!reading.fields.isSilent()) boxes.push(node)
        return
      case 'w:del':
      case 'w:moveFrom':
        return walk(node, changeOf('deleted', node))
      case 'w:ins':
      case 'w:moveTo':
        return walk(node, change?.kind === 'deleted' ? change : changeOf('inserted', node))
      case 'mc:AlternateContent': {
        const branch = chosenBranch(node)
        if (branch !== undefined) walk(branch, change)
        return
      }
    }
    walk(node, change)
  }
  walk(paragraph, undefined)
  return { lines: lines.map(({ text, revisions }) => ({ text, revisions: mergeRevisions(revisions) })), boxes }
}

/** All text below an element, deleted or not: for content that a change removes as a whole. */
export function textInside(node: XmlNode): string {
  if (node.name === 'w:t' || node.name === 'w:delText') return visibleText(node)
  if (SKIPPED.has(node.name)) return ''
  if (node.name === 'mc:AlternateContent') {
    const branch = chosenBranch(node)
    return branch === undefined ? '' : textInside(branch)
  }
  const separator = node.name === 'w:tr' ? '\t' : node.name === 'w:tc' || node.name === 'w:txbxContent' ? '\n' : ''
  return node.children
    .map(textInside)
    .filter((text) => text !== '')
    .join(separator)
}

/** The author and time of a tracked change (17.13.5). */
export function changeOf(kind: Change['kind'], node: XmlNode): Change {
  return { kind, author: node.attributes['w:author'] ?? null, at: node.attributes['w:date'] ?? null }
}

function noteKey(node: XmlNode): NoteKey {
  return `${node.name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${node.attributes['w:id'] ?? ''}`
}

/** White space at the ends counts only where the file says so; line ends inside are white space. */
function visibleText(node: XmlNode): string {
  const text = node.text.replace(/[\r\n\v\f\u0085\u2028\u2029]/g, ' ')
  return node.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '')
}

function isHidden(run: XmlNode, paragraphStyle: string | undefined, { styles }: Reading): boolean {
  const properties = child(run, 'w:rPr')
  // Toggle properties of a paragraph and a character style cancel out (17.7.3).
  return switchOf(properties, 'w:vanish') ?? styles.isHidden(paragraphStyle) !== styles.isHidden(valueOf(properties, 'w:rStyle'))
}
