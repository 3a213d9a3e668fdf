import type { SourceDocument } from '#core/document/document.ts'
import { child, childrenNamed, valueOf, type XmlNode } from '#formats/xml/xml-node.ts'
import type { Zip } from '#formats/zip/open-zip.ts'
import { assembleDocument } from './assemble-document.ts'
import { trackFields } from './fields.ts'
import { numberParagraphs } from './number-paragraphs.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type WordPackage } from './open-package.ts'
import { readFlow } from './read-flow.ts'
import type { DraftBlock, Reading } from './reading.ts'
import { readStyles } from './styles.ts'

/**
 * Reads a Word document: automatic numbers written out, tracked changes as if all were accepted, notes after the body.
 * Left out: hidden text, headers and footers, tables of contents, comments, everything embedded or linked.
 * @throws FormatError
 */
export function readDocx(zip: Zip): SourceDocument {
  const parts = openPackage(zip)
  const styles = readStyles(parts.styles)
  const lists = readNumbering(parts.numbering, (style) => listOfNumberingStyle(parts.styles, style))
  let tables = 0
  const reading: Reading = {
    styles,
    lists,
    numberParagraph: numberParagraphs(lists),
    fields: trackFields(parts.document),
    notes: new Set(),
    nextTable: () => tables++,
  }
  const body = readFlow(parts.document, reading)
  return assembleDocument([...body, ...readNotes(parts, reading)])
}

function readNotes(parts: WordPackage, reading: Reading): DraftBlock[] {
  const notes = new Map<string, XmlNode>()
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const node of childrenNamed(parts[`${kind}s`], `w:${kind}`)) notes.set(`${kind} ${node.attributes['w:id'] ?? ''}`, node)
  }
  return [...reading.notes].flatMap((key) => {
    const note = notes.get(key)
    const blocks = note === undefined ? [] : readFlow(note, { ...reading, fields: trackFields(note) })
    return blocks.map((block): DraftBlock => (block.kind === 'row' ? block : { kind: 'note', line: block.line }))
  })
}

function listOfNumberingStyle(styles: XmlNode | undefined, id: string): string | undefined {
  const style = childrenNamed(styles, 'w:style').find((node) => node.attributes['w:styleId'] === id)
  return valueOf(child(child(style, 'w:pPr'), 'w:numPr'), 'w:numId')
}
