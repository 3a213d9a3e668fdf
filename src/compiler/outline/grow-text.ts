import type { Span } from '#core/text/span.ts'
import { addText, innermost, openBelow, type Growing } from './growing.ts'
import { grow, type Node } from './node.ts'
import { asPart, isLeap, opensRun } from './lost-breaks.ts'
import { placeLabel } from './place-label.ts'
import { placeNumber } from './place-number.ts'
import { trim } from './cells.ts'
import { isAnswering, type LabelToken, type NoteToken, type NumberToken, type Token } from './token.ts'

/** What is being filled within one line. */
interface Cursor {
  readonly growing: Growing
  readonly line: number
  node: Node
  /** Label lines or a note of this line that may go on. */
  answer: Node | null
  from: number
}

/** Grows the clauses that begin in one line of text, and gives the text between to them and to those that are open. */
export function growText(growing: Growing, span: Span, tokens: readonly Token[], line: number, level: number | null): void {
  const cursor: Cursor = { growing, line, node: innermost(growing), answer: null, from: span.start }
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

/** Gives the text up to `end` to whatever is being filled. */
function fill(cursor: Cursor, end: number, endsLine: boolean): void {
  const { growing, line, answer } = cursor
  const span = trim(growing.folded, cursor.from, end)
  cursor.from = end
  if (span.start === span.end) return
  const field = answer?.fields.at(-1)
  if (answer !== null && field !== undefined && field.topic !== null) {
    answer.fields[answer.fields.length - 1] = { topic: field.topic, span: { start: Math.min(field.span.start, span.start), end: span.end } }
  } else if (!/[\p{L}\p{N}]/u.test(growing.folded.slice(span.start, Math.min(span.end, span.start + 200)))) return
  else if (answer !== null) {
    // Behind a note something new begins: it is not what the note speaks of.
    const parent = cursor.node.style === 'text' ? (cursor.node.parent ?? growing.root) : cursor.node
    const marker = { start: span.start, end: span.start }
    cursor.node = grow(parent, { style: 'text', marker, line, isInline: true, pieces: [{ ...span, line, endsLine }] })
    cursor.answer = null
  } else if (cursor.node === growing.root) cursor.node = addText(growing, span, line)
  else cursor.node.pieces.push({ ...span, line, endsLine })
}

function takeNumber(cursor: Cursor, found: NumberToken, level: number | null): void {
  const { growing, line } = cursor
  const token = asPart(growing, found)
  const isRunOn = opensRun(cursor, token)
  const place = placeNumber(token, growing.open, growing.memory, isRunOn || isLeap(cursor, token))
  if (place === null) return
  if (isRunOn) leaveHeading(cursor, token.start)
  fill(cursor, token.start, false)
  const { style, ordinal, prefix, start, end, before } = token
  const marker = { start, end }
  cursor.node = openBelow(growing, place.keep, {
    style,
    ordinal,
    prefix,
    marker,
    line,
    isInline: before !== '',
    level: before === '' ? level : null,
  })
  growing.memory.last.set(style, ordinal)
  growing.memory.below.set(style, cursor.node.parent?.style ?? 'root')
  cursor.answer = null
  cursor.from = end
}

/** The heading behind the last full stop belongs to none of the clauses before. */
function leaveHeading(cursor: Cursor, at: number): void {
  const { growing, line } = cursor
  const words = growing.folded.slice(cursor.from, at)
  fill(cursor, cursor.from + words.lastIndexOf('。') + 1, false)
  if (words.trim() !== '') cursor.node = addText(growing, { start: cursor.from, end: at }, line)
  cursor.from = at
}

function takeLabel(cursor: Cursor, token: LabelToken): void {
  const { growing, line, node } = cursor
  const isBehindNumber = node.line === line && !['root', 'label', 'heading', 'text'].includes(node.style) && node.pieces.length === 0
  if (isBehindNumber && cursor.answer === null && trim(growing.folded, node.marker.end, token.start).start === token.start) {
    // 1.下一步措施：… is one clause; the label is part of its title.
    node.topic = token.topic
    return
  }
  if (token.before !== '' && !/[。;!?)】\]]/.test(token.before)) return
  fill(cursor, token.start, false)
  const words = growing.folded.slice(token.start, token.end).replaceAll(/[ :【】[\]]/g, '')
  const keep = placeLabel(token, growing.open, growing.memory.below.get(words), token.nextAtLine)
  const marker = { start: token.start, end: token.end }
  cursor.node = openBelow(growing, keep, { style: 'label', marker, line, isInline: token.before !== '', topic: token.topic })
  growing.memory.below.set(words, cursor.node.parent?.style ?? 'root')
  cursor.answer = null
  cursor.from = token.end
}

function takeAnswer(cursor: Cursor, token: LabelToken): void {
  const { growing, line } = cursor
  const goesOn = cursor.answer !== null && cursor.answer.fields.at(-1)?.topic !== null
  const isFree = token.before === '' || /[。;!?)】\]”]/.test(token.before) || growing.folded.charAt(token.start - 1).trim() === ''
  const number = numberBefore(cursor, token)
  if (!isFree && !goesOn && number === null) return
  fill(cursor, token.start, false)
  const field = { topic: token.topic, span: { start: token.end, end: token.end } }
  if (goesOn && cursor.answer !== null) {
    withoutNumber(growing, cursor.answer.fields)
    cursor.answer.fields.push(field)
  } else {
    if (number !== null) dropNumber(growing, number)
    const isStandalone = token.before === '' || number !== null
    const marker = { start: number?.marker.start ?? token.start, end: token.end }
    const holder = number !== null ? (number.parent ?? growing.root) : isStandalone ? holderOf(growing) : innermost(growing)
    cursor.answer = grow(holder, { style: 'answer', marker, line, fields: [field], isStandalone, topic: token.topic })
  }
  cursor.from = token.end
}

const trailingNumber = /\s*(?:\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,2}\)|[①-⑳])\s*$/

/** 责任科室：医务科 4.完成时限：…: where line breaks were lost, the number of the next label is no name. */
function withoutNumber({ folded }: Growing, fields: Node['fields']): void {
  const last = fields.at(-1)
  const number = last === undefined ? null : trailingNumber.exec(folded.slice(last.span.start, last.span.end))
  if (last === undefined || number === null) return
  fields[fields.length - 1] = { topic: last.topic, span: { start: last.span.start, end: last.span.start + number.index } }
}

/** 3.责任科室：医务科: the number right before the label, where it opened a clause that has nothing else. */
function numberBefore({ growing, node, line, answer }: Cursor, token: LabelToken): Node | null {
  const isNumber = !['root', 'label', 'heading', 'text', 'is', 'must', 'ordinal'].includes(node.style)
  if (answer !== null || !isNumber || node.line !== line || node.pieces.length > 0 || node.children.length > 0 || node.topic !== null)
    return null
  return trim(growing.folded, node.marker.end, token.start).start === token.start ? node : null
}

/** The numbered line is no clause of its own: it says who answers for what the list stands in. */
function dropNumber(growing: Growing, number: Node): void {
  const at = growing.open.indexOf(number)
  if (at > 0) growing.open.length = at
  number.parent?.children.splice(number.parent.children.indexOf(number), 1)
  // the list goes on behind it: 4.完成时限：…
  const before = number.parent?.children.findLast(({ style }) => style === number.style)
  if (before !== undefined) growing.open.push(before)
}

/** An answering line holds for the measure above it; below a bare label it holds for all that the label's heading has. */
function holderOf(growing: Growing): Node {
  return growing.open.findLast((node) => node.style !== 'label') ?? growing.root
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
  const holder = cursor.node.style === 'label' && isStandalone ? holderOf(growing) : cursor.node
  const content = { topic: null, span: { start: token.start + 1, end: token.end - 1 } }
  const whole = { start: token.start, end: token.end, line, endsLine: false }
  const marker = { start: token.start, end: token.start }
  cursor.answer = grow(holder, { style: 'answer', marker, line, fields: [content], isStandalone, pieces: [whole] })
  cursor.from = token.end
}
