import type { Cell, Revision } from '#core/document/document.ts'
import { child, switchOf, valueOf, wholeNumber, type XmlNode } from '#formats/xml/xml-node.ts'
import { chosenBranch } from './alternate-content.ts'
import { EMPTY_LINE, joinLines, type Line } from './line.ts'
import { changeOf, textInside } from './read-runs.ts'
import type { DraftBlock, ReadFlow, Reading } from './reading.ts'

/** Parts the lines inside one cell: a line end would end the row. */
const CELL_LINE_SEPARATOR = '\u2028'

const MAX_COLUMNS = 1_000

interface ReadCell {
  readonly line: Line
  readonly column: number
  columnSpan: number
  readonly continues: boolean
}

/** Reads a table (17.4): a block for each row, after it what its cells hold besides text (inner tables, text boxes). */
export function readTable(table: XmlNode, reading: Reading, readFlow: ReadFlow): DraftBlock[] {
  const rows = [...descendants(table, 'w:tr')]
  const onlyCell = rows.length === 1 && rows[0] !== undefined ? [...descendants(rows[0], 'w:tc')] : []
  // A table of one cell is a frame drawn around paragraphs.
  if (onlyCell.length === 1 && onlyCell[0] !== undefined) return readFlow(onlyCell[0], reading)
  const number = reading.nextTable()
  return rows.flatMap((row) => readRow(row, number, reading, readFlow))
}

function readRow(row: XmlNode, table: number, reading: Reading, readFlow: ReadFlow): DraftBlock[] {
  const properties = child(row, 'w:trPr')
  if (switchOf(properties, 'w:hidden') === true) return []
  const deleted = child(properties, 'w:del')
  if (deleted !== undefined) return [{ kind: 'paragraph', line: deletedLine(row, deleted) }]
  const extra: DraftBlock[] = []
  const cells = readCells(row, extra, (cell) => readFlow(cell, reading))
  const spans: Cell[] = []
  let start = 0
  for (const { line, column, columnSpan, continues } of cells) {
    const end = start + line.text.length
    spans.push({ span: { start, end }, column, columnSpan, continues })
    start = end + 1
  }
  const line = joinLines(
    cells.map((cell) => cell.line),
    '\t',
  )
  return [{ kind: 'row', line: markInserted(line, child(properties, 'w:ins')), table, cells: spans }, ...extra]
}

function readCells(row: XmlNode, extra: DraftBlock[], read: (cell: XmlNode) => DraftBlock[]): ReadCell[] {
  const cells: ReadCell[] = []
  let column = wholeNumber(valueOf(child(row, 'w:trPr'), 'w:gridBefore'), MAX_COLUMNS) ?? 0
  for (const node of descendants(row, 'w:tc')) {
    const properties = child(node, 'w:tcPr')
    const columnSpan = Math.max(1, wholeNumber(valueOf(properties, 'w:gridSpan'), MAX_COLUMNS) ?? 1)
    const left = cells.at(-1)
    const deleted = child(properties, 'w:cellDel')
    if (left !== undefined && isContinued(properties, 'w:hMerge')) left.columnSpan += columnSpan
    else if (deleted !== undefined) cells.push({ line: deletedLine(node, deleted), column, columnSpan, continues: false })
    else if (isContinued(properties, 'w:vMerge')) cells.push({ line: EMPTY_LINE, column, columnSpan, continues: true })
    else cells.push({ line: readCell(read(node), extra), column, columnSpan, continues: false })
    column += columnSpan
  }
  return cells
}

function readCell(blocks: readonly DraftBlock[], extra: DraftBlock[]): Line {
  const lines: Line[] = []
  for (const block of blocks) {
    if (block.kind === 'row' || block.kind === 'textBox') extra.push(block)
    else if (block.line.text.trim() !== '' || block.line.revisions.length > 0) lines.push(block.line)
  }
  const { text, revisions } = joinLines(lines, CELL_LINE_SEPARATOR)
  return { text: spaced(text), revisions: revisions.map((revision) => ({ ...revision, text: spaced(revision.text) })) }
}

/** TAB parts the cells of a row, so inside a cell it becomes a space. */
function spaced(text: string): string {
  return text.replaceAll('\t', ' ')
}

/** A merge property (17.4.84, 17.4.22) without value continues the cell above or before. */
function isContinued(properties: XmlNode | undefined, name: string): boolean {
  return child(properties, name) !== undefined && valueOf(properties, name) !== 'restart'
}

function deletedLine(node: XmlNode, change: XmlNode): Line {
  const text = textInside(node)
  return { text: '', revisions: text === '' ? [] : [{ ...changeOf('deleted', change), span: { start: 0, end: 0 }, text }] }
}

/** Marks an inserted row whose runs are not marked themselves. */
function markInserted(line: Line, change: XmlNode | undefined): Line {
  if (change === undefined || line.text === '' || line.revisions.some(({ kind }) => kind === 'inserted')) return line
  const revision: Revision = { ...changeOf('inserted', change), span: { start: 0, end: line.text.length }, text: line.text }
  return { text: line.text, revisions: [revision, ...line.revisions] }
}

/** The nearest elements of a name below, through content controls and other wrappers. */
function* descendants(container: XmlNode, name: 'w:tr' | 'w:tc'): Generator<XmlNode> {
  for (const node of container.children) {
    if (node.name === name) yield node
    else if (node.name === 'mc:AlternateContent') yield* descendants(chosenBranch(node) ?? { ...node, children: [] }, name)
    else if (!['w:p', 'w:tbl', 'w:tc', 'w:del', 'w:moveFrom'].includes(node.name)) yield* descendants(node, name)
  }
}
