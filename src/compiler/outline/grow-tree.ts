import type { Span } from '#core/text/span.ts'
import { trim } from './text-tables.ts'
import { grow, type Node } from './node.ts'
import { placeLabel } from './place-label.ts'
import { placeNumber, type Memory } from './place-number.ts'
import type { ReadRow } from './read-rows.ts'
import { isAnswering, type LabelToken, type NoteToken, type NumberToken, type Style, type Token } from './token.ts'
import type { Unit } from './unit.ts'

/** One line with the tokens in it. */
export interface Line {
  readonly unit: Unit
  readonly tokens: readonly Token[]
  readonly row: ReadRow | null
}

interface Growing {
  readonly folded: string
  readonly root: Node
  open: Node[]
  readonly memory: Memory
  /** A label line with nothing behind its colon: what it asks for may stand in the next line. */
  asked: Node | null
  /** For each number the next of its style, and for each token the next number at the beginning of a line. */
  readonly nextOfStyle: ReadonlyMap<Token, NumberToken>
  readonly nextAtLine: ReadonlyMap<Token, NumberToken>
}

/** Grows the tree of clauses from the lines of a document; the root holds all, in text order. */
export function growTree(folded: string, lines: readonly Line[]): Node {
  const root = grow(null, { style: 'root', marker: { start: 0, end: 0 }, line: -1 })
  const growing: Growing = { folded, root, open: [root], asked: null, memory: { last: new Map(), below: new Map() }, ...lookAhead(lines) }
  for (const [index, line] of lines.entries()) growLine(growing, line, index)
  return root
}

function lookAhead(lines: readonly Line[]): Pick<Growing, 'nextOfStyle' | 'nextAtLine'> {
  const nextOfStyle = new Map<Token, NumberToken>()
  const nextAtLine = new Map<Token, NumberToken>()
  const latest = new Map<Style, NumberToken>()
  let atLine: NumberToken | null = null
  for (const { tokens } of lines.toReversed()) {
    for (const token of tokens.toReversed()) {
      if (atLine !== null) nextAtLine.set(token, atLine)
      if (token.kind !== 'number') continue
      const next = latest.get(token.style)
      if (next !== undefined) nextOfStyle.set(token, next)
      latest.set(token.style, token)
      if (token.before === '') atLine = token
    }
  }
  return { nextOfStyle, nextAtLine }
}

function growLine(growing: Growing, { unit, tokens, row }: Line, index: number): void {
  const inline = growing.open.findIndex((node) => node.isInline)
  if (inline > 0) growing.open.length = inline
  if (unit.kind === 'row' && row?.kind === 'data') {
    const parent = growing.open.findLast((node) => node.style !== 'label') ?? growing.root
    const first = row.serial === '' ? undefined : row.cells.find(({ meaning }) => meaning === 'serial')
    const marker = first === undefined ? { start: unit.span.start, end: unit.span.start } : first.span
    grow(parent, {
      style: 'row',
      marker,
      start: unit.span.start,
      line: index,
      row,
      pieces: [{ ...unit.span, line: index, endsLine: true }],
    })
  } else if (unit.kind === 'remark') addText(growing, unit.span, index)
  else if (unit.kind === 'row' && row?.kind === 'across') growText(growing, row.span, tokens, index, null)
  else if (unit.kind === 'text') growText(growing, unit.span, tokens, index, unit.level)
}

/** A paragraph that belongs to no measure: below the part it stands in. */
function addText(growing: Growing, span: Span, line: number): Node {
  const part = growing.open[Math.min(1, growing.open.length - 1)] ?? growing.root
  const { start, end } = trim(growing.folded, span.start, span.end)
  return grow(part, { style: 'text', marker: { start, end: start }, line, pieces: [{ start, end, line, endsLine: true }] })
}

/** What is being filled within one line. */
interface Cursor {
  readonly growing: Growing
  readonly line: number
  node: Node
  /** Label lines or a note of this line that may go on. */
  answer: Node | null
  from: number
}

function growText(growing: Growing, span: Span, tokens: readonly Token[], line: number, level: number | null): void {
  const first = tokens[0]
  const isNumbered =
    first?.kind === 'number' &&
    first.before === '' &&
    placeNumber(first, growing.open, growing.memory, growing.nextOfStyle.get(first) ?? null, false) !== null
  if (level !== null && !isNumbered) return addHeading(growing, span, line, level)
  const cursor: Cursor = { growing, line, node: growing.open.at(-1) ?? growing.root, answer: null, from: span.start }
  const asked = growing.asked
  growing.asked = null
  if (asked !== null && tokens.length === 0 && span.end - span.start <= 40) {
    const { start, end } = trim(growing.folded, span.start, span.end)
    asked.fields.push({ topic: asked.fields.pop()?.topic ?? null, span: { start, end } })
    return
  }
  for (const token of tokens) {
    if (token.start < cursor.from) continue
    if (token.kind === 'number') takeNumber(cursor, token, level)
    else if (token.kind === 'note') takeNote(cursor, token, span)
    else if (isAnswering(token.topic)) takeAnswer(cursor, token)
    else takeLabel(cursor, token)
  }
  fill(cursor, span.end, true)
  const field = cursor.answer?.fields.at(-1)
  if (field !== undefined && field.topic !== null && field.span.start === field.span.end) growing.asked = cursor.answer
}

/** A heading of the document without number: below the nearest heading of a higher level. */
function addHeading(growing: Growing, span: Span, line: number, level: number): void {
  const keep = growing.open.findLastIndex((node) => node.style === 'root' || (node.level !== null && node.level < level))
  growing.open.length = keep + 1
  const { start, end } = trim(growing.folded, span.start, span.end)
  const piece = { start, end, line, endsLine: true }
  growing.open.push(
    grow(growing.open[keep] ?? growing.root, { style: 'heading', marker: { start, end: start }, line, level, pieces: [piece] }),
  )
}

/** Gives the text up to `end` to whatever is being filled. */
function fill(cursor: Cursor, end: number, endsLine: boolean): void {
  const { growing, line } = cursor
  const span = trim(growing.folded, cursor.from, end)
  cursor.from = end
  if (span.start === span.end) return
  const field = cursor.answer?.fields.at(-1)
  if (cursor.answer !== null && field !== undefined && field.topic !== null) {
    cursor.answer.fields[cursor.answer.fields.length - 1] = {
      topic: field.topic,
      span: { start: Math.min(field.span.start, span.start), end: span.end },
    }
    return
  }
  if (!/[\p{L}\p{N}]/u.test(growing.folded.slice(span.start, Math.min(span.end, span.start + 200)))) return
  if (cursor.node === growing.root || cursor.answer !== null) {
    // Behind a note something new begins: it is not what the note speaks of.
    const parent = cursor.node.style === 'text' ? (cursor.node.parent ?? growing.root) : cursor.node
    cursor.node =
      cursor.answer === null && cursor.node === growing.root
        ? addText(growing, span, line)
        : grow(parent, {
            style: 'text',
            marker: { start: span.start, end: span.start },
            line,
            isInline: true,
            pieces: [{ ...span, line, endsLine }],
          })
    cursor.answer = null
    return
  }
  cursor.node.pieces.push({ ...span, line, endsLine })
}

function takeNumber(cursor: Cursor, token: NumberToken, level: number | null): void {
  const { growing, line } = cursor
  const place = placeNumber(token, growing.open, growing.memory, growing.nextOfStyle.get(token) ?? null, isLeap(cursor, token))
  if (place === null) return
  fill(cursor, token.start, false)
  growing.open.length = place.keep + 1
  const parent = growing.open[place.keep] ?? growing.root
  const { style, ordinal, prefix, start, end } = token
  const node = grow(parent, {
    style,
    ordinal,
    prefix,
    marker: { start, end },
    line,
    isInline: token.before !== '',
    level: token.before === '' ? level : null,
  })
  growing.memory.last.set(style, ordinal)
  growing.memory.below.set(style, parent.style)
  growing.open.push(node)
  cursor.node = node
  cursor.answer = null
  cursor.from = end
}

/** Where line breaks were lost, （一） may follow the bare words of a heading: 一、加强学习（一）… */
function isLeap({ growing, node, from }: Cursor, token: NumberToken): boolean {
  if (token.style !== 'chineseParen' || (node.style !== 'chinese' && node.style !== 'part') || node.pieces.length > 0) return false
  return token.start - from <= 80 && !/[。;]/.test(growing.folded.slice(from, token.start))
}

function takeLabel(cursor: Cursor, token: LabelToken): void {
  const { growing, line } = cursor
  const isGlued =
    isNumbered(cursor.node) &&
    cursor.node.pieces.length === 0 &&
    trim(growing.folded, cursor.node.marker.end, token.start).start === token.start
  if (isGlued && cursor.answer === null) {
    // 1.下一步措施：… is one clause; the label is part of its title.
    cursor.node.topic = token.topic
    return
  }
  if (token.before !== '' && !/[。;!?)】\]]/.test(token.before)) return
  fill(cursor, token.start, false)
  const words = growing.folded.slice(token.start, token.end).replaceAll(/[ :【】[\]]/g, '')
  const keep = placeLabel(token, growing.open, growing.memory.below.get(words), growing.nextAtLine.get(token) ?? null)
  growing.open.length = keep + 1
  const parent = growing.open[keep] ?? growing.root
  const marker = { start: token.start, end: token.end }
  const node = grow(parent, { style: 'label', marker, line, isInline: token.before !== '', topic: token.topic })
  growing.memory.below.set(words, parent.style)
  growing.open.push(node)
  cursor.node = node
  cursor.answer = null
  cursor.from = token.end
}

function isNumbered({ style }: Node): boolean {
  return !['root', 'label', 'heading', 'row', 'answer', 'text'].includes(style)
}

function takeAnswer(cursor: Cursor, token: LabelToken): void {
  const { growing, line } = cursor
  const goesOn = cursor.answer !== null && cursor.answer.fields.at(-1)?.topic !== null
  if (token.before !== '' && !/[。;!?)】\]”]/.test(token.before) && !goesOn && !isAfterBlank(growing.folded, token.start)) return
  fill(cursor, token.start, false)
  const field = { topic: token.topic, span: { start: token.end, end: token.end } }
  if (goesOn) cursor.answer?.fields.push(field)
  else {
    const isStandalone = token.before === ''
    cursor.answer = grow(holderOf(growing, isStandalone), {
      style: 'answer',
      marker: { start: token.start, end: token.end },
      line,
      fields: [field],
      isStandalone,
      topic: token.topic,
    })
  }
  cursor.from = token.end
}

function isAfterBlank(folded: string, at: number): boolean {
  return at === 0 || folded.charAt(at - 1).trim() === ''
}

/** An answering line holds for the measure above it; below a bare label it holds for all that the label's heading has. */
function holderOf(growing: Growing, isStandalone: boolean): Node {
  const holder = isStandalone ? growing.open.findLast((node) => node.style !== 'label') : growing.open.at(-1)
  return holder ?? growing.root
}

function takeNote(cursor: Cursor, token: NoteToken, span: Span): void {
  const { growing, line } = cursor
  const rest = trim(growing.folded, token.end, span.end)
  const after = growing.folded.charAt(rest.start)
  const endsSentence = rest.start === rest.end || '。;'.includes(after)
  const isFree = token.before === '' || /[。;!?”]/.test(token.before)
  if (!isFree && !endsSentence && !/[\d(第一二三四五六七八九十【\u2460-\u249b]/.test(after)) return
  fill(cursor, token.start, false)
  if (cursor.answer !== null && cursor.answer.fields.at(-1)?.topic !== null) return
  const isStandalone = token.before === '' && rest.start === rest.end
  const holder = cursor.node.style === 'label' && isStandalone ? holderOf(growing, true) : cursor.node
  const content = { topic: null, span: { start: token.start + 1, end: token.end - 1 } }
  const whole = { start: token.start, end: token.end, line, endsLine: false }
  const marker = { start: token.start, end: token.start }
  cursor.answer = grow(holder, { style: 'answer', marker, line, fields: [content], isStandalone, pieces: [whole] })
  cursor.from = token.end
}
