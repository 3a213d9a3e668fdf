import type { Span } from '#core/text/span.ts'
import { growText } from './grow-text.ts'
import { addText, innermost, openBelow, type Growing } from './growing.ts'
import { lookAhead } from './look-ahead.ts'
import { grow, type Node } from './node.ts'
import { placeNumber } from './place-number.ts'
import type { ReadRow } from './read-rows.ts'
import { trim } from './cells.ts'
import type { Token } from './token.ts'
import type { Unit } from './unit.ts'

/** One line with the tokens in it. */
export interface Line {
  readonly unit: Unit
  readonly tokens: readonly Token[]
  readonly row: ReadRow | null
}

/** Grows the tree of clauses from the lines of a document; the root holds all, in text order. */
export function growTree(folded: string, lines: readonly Line[]): Node {
  const root = grow(null, { style: 'root', marker: { start: 0, end: 0 }, line: -1 })
  const memory = { last: new Map(), below: new Map() }
  const growing: Growing = { folded, root, open: [root], asked: null, memory }
  lookAhead(lines)
  for (const [index, line] of lines.entries()) growLine(growing, line, index)
  return root
}

function growLine(growing: Growing, { unit, tokens, row }: Line, index: number): void {
  // A list within a paragraph ends with it.
  const inline = growing.open.findIndex((node) => node.isInline)
  if (inline > 0) growing.open.length = inline
  if (unit.kind === 'remark') addText(growing, unit.span, index, true)
  else if (unit.kind === 'text') growParagraph(growing, unit.span, tokens, index, unit.level)
  else if (row?.kind === 'across' && row.isRemark) addText(growing, row.span, index, true)
  else if (row?.kind === 'across') growText(growing, row.span, tokens, index, null)
  else if (row?.kind === 'data') addRow(growing, unit.span, row, index)
}

function addRow(growing: Growing, span: Span, row: Extract<ReadRow, { kind: 'data' }>, line: number): void {
  const parent = growing.open.findLast((node) => node.style !== 'label') ?? growing.root
  const serial = row.serial === '' ? undefined : row.cells.find(({ meaning }) => meaning === 'serial')
  const marker = serial?.span ?? { start: span.start, end: span.start }
  grow(parent, { style: 'row', marker, start: span.start, line, row, pieces: [{ ...span, line, endsLine: true }] })
}

function growParagraph(growing: Growing, span: Span, tokens: readonly Token[], line: number, level: number | null): void {
  const { asked } = growing
  growing.asked = null
  if (asked !== null && tokens.length === 0 && span.end - span.start <= 40) {
    asked.fields.push({ topic: asked.fields.pop()?.topic ?? null, span: trim(growing.folded, span.start, span.end) })
  } else if (level !== null && !beginsWithNumber(growing, tokens[0])) addHeading(growing, span, line, level)
  else if (tokens.length === 0 && isClosing(growing, span)) addText(growing, span, line)
  else growText(growing, span, tokens, line, level)
}

function beginsWithNumber({ open, memory }: Growing, first: Token | undefined): boolean {
  return first?.kind === 'number' && first.before === '' && placeNumber(first, open, memory, false) !== null
}

/** A paragraph behind the lines that say who answers for a measure, or one that speaks of all items above, is not the measure's. */
function isClosing(growing: Growing, span: Span): boolean {
  const last = innermost(growing)
  if (last.style === 'root' || last.style === 'heading') return false
  const answer = last.children.at(-1)
  if (answer?.style === 'answer') return !isHeadingNote(growing, last, answer)
  // The label lines of a finding hang on it, not on its 整改措施：.
  if (last.style === 'label' && growing.open.findLast(({ style }) => style !== 'label')?.children.at(-1)?.style === 'answer') return true
  return (
    /^\s*(?:以上|上述|各(?:责任)?(?:单位|部门))/.test(growing.folded.slice(span.start, Math.min(span.end, span.start + 20))) &&
    last.style === 'is'
  )
}

/** 1.退回违规基金（医保办牵头，7月10日前完成）: the note ends a bare heading, whose body begins in the next line. */
function isHeadingNote({ folded }: Growing, node: Node, answer: Node): boolean {
  const first = node.pieces[0]
  if (answer.line !== node.line || answer.isStandalone || node.pieces.length !== 1 || first === undefined) return false
  return !/[。;,]/.test(folded.slice(first.start, first.end))
}

/** A heading of the document without number: below the nearest heading of a higher level. */
function addHeading(growing: Growing, span: Span, line: number, level: number): void {
  const keep = growing.open.findLastIndex((node) => node.style === 'root' || (node.level !== null && node.level < level))
  const { start, end } = trim(growing.folded, span.start, span.end)
  openBelow(growing, keep, { style: 'heading', marker: { start, end: start }, line, level, pieces: [{ start, end, line, endsLine: true }] })
}
