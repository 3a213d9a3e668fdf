import { child, type XmlNode } from '#formats/xml/xml-node.ts'
import { chosenBranch } from './alternate-content.ts'
import { joinLines, type Line } from './line.ts'
import { readParagraph, type Paragraph } from './read-paragraph.ts'
import { readTable } from './read-table.ts'
import type { DraftBlock, Reading } from './reading.ts'

/** Reads a run of paragraphs and tables: a body, a cell, a note or a text box. */
export function readFlow(container: XmlNode, reading: Reading): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let pending: Paragraph | undefined
  const flush = (): void => {
    if (pending !== undefined) blocks.push(...paragraphBlocks(pending, reading))
    pending = undefined
  }
  for (const node of flowElements(container)) {
    if (node.name === 'w:tbl') {
      flush()
      blocks.push(...readTable(node, reading, readFlow))
      continue
    }
    const paragraph = readParagraph(node, reading)
    // The last mark survives, so the last paragraph's properties hold for the whole.
    pending = pending === undefined ? paragraph : continueParagraph(pending, paragraph)
    if (!paragraph.runsOn) flush()
  }
  flush()
  return blocks
}

/** Paragraphs and tables of a container, through content controls and other wrappers. */
function* flowElements(container: XmlNode): Generator<XmlNode> {
  for (const node of container.children) {
    if (node.name === 'w:p' || node.name === 'w:tbl') yield node
    else if (node.name === 'mc:AlternateContent') yield* flowElements(chosenBranch(node) ?? { ...node, children: [] })
    else if (!isLeftOut(node)) yield* flowElements(node)
  }
}

function isLeftOut(node: XmlNode): boolean {
  if (node.name === 'w:del' || node.name === 'w:moveFrom') return true
  const gallery = child(child(child(node, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return node.name === 'w:sdt' && gallery?.attributes['w:val'] === 'Table of Contents'
}

function continueParagraph(first: Paragraph, second: Paragraph): Paragraph {
  const [next, ...rest] = second.lines
  const seam: Line[] = [first.lines.at(-1), next].filter((line) => line !== undefined)
  return { ...second, lines: [...first.lines.slice(0, -1), joinLines(seam, ''), ...rest], boxes: [...first.boxes, ...second.boxes] }
}

function paragraphBlocks(paragraph: Paragraph, reading: Reading): DraftBlock[] {
  const { heading, numbering, boxes } = paragraph
  const isGone = paragraph.runsOn && paragraph.lines.every((line) => line.text.trim() === '')
  const number = numbering === undefined || isGone ? '' : reading.numberParagraph(numbering.list, numbering.level)
  const lines = paragraph.lines.map((line, index) => (index > 0 ? line : joinLines([{ text: number, revisions: [] }, line], '')))
  return [
    ...lines.map((line): DraftBlock => (heading === undefined ? { kind: 'paragraph', line } : { kind: 'heading', line, level: heading })),
    ...boxes.flatMap((box) => readFlow(box, reading)).map(asTextBox),
  ]
}

function asTextBox(block: DraftBlock): DraftBlock {
  return block.kind === 'row' ? block : { kind: 'textBox', line: block.line }
}
