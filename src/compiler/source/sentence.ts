import type { Span } from '#core/text/span.ts'

/** Half-open range of offsets in the text of one sentence. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/**
 * One sentence of a passage as the grammar reads it: folded, without blanks. Offsets in `text` are the sentence's own;
 * `spanOf` leads back to the document.
 */
export interface Sentence {
  readonly text: string
  /** The sentence in the document, without blanks around it. */
  readonly span: Span
  /** Parts between commas, colons and tabs, in order; they cover the text but for the separators. */
  readonly parts: readonly Extent[]
  /** What went before it: the beginning of a line, a full stop, or only a semicolon. */
  readonly follows: 'line' | 'stop' | 'semicolon'
  readonly spanOf: (extent: Extent) => Span
}

/** A sentence longer than this is cut: no administrative sentence is, and reading stays linear. */
const longest = 1500

/** Cuts the folded text of a passage into sentences at 。；！？ and line ends. Blank ones are left out. */
export function sentencesOf(folded: string, span: Span): Sentence[] {
  const sentences: Sentence[] = []
  let start = span.start
  let follows: Sentence['follows'] = 'line'
  for (let at = span.start; at <= span.end; at++) {
    const character = at === span.end ? '\n' : folded.charAt(at)
    const cut = at - start >= longest
    if (!cut && !'。;!?\n\r'.includes(character)) continue
    const sentence = sentenceOf(folded, start, at, follows)
    if (sentence !== null) {
      sentences.push(sentence)
      follows = 'semicolon'
    }
    if (character === '\n' || character === '\r') follows = 'line'
    else if (character !== ';' && !cut && follows === 'semicolon') follows = 'stop'
    start = cut ? at : at + 1
  }
  return sentences
}

function sentenceOf(folded: string, from: number, to: number, follows: Sentence['follows']): Sentence | null {
  const raw = folded.slice(from, to)
  if (!/[\p{L}\p{N}]/u.test(raw)) return null
  const lead = raw.length - raw.trimStart().length
  const span = { start: from + lead, end: from + raw.trimEnd().length }
  const [text, offsets] = withoutBlanks(folded.slice(span.start, span.end))
  const spanOf = ({ start, end }: Extent): Span => {
    if (offsets === null) return { start: span.start + start, end: span.start + end }
    const first = offsets[start] ?? span.end - span.start
    const last = end > start ? (offsets[end - 1] ?? 0) + 1 : first
    return { start: span.start + first, end: span.start + last }
  }
  return { text, span, parts: partsOf(text), follows, spanOf }
}

/** The text without blanks between characters, and where each character that is left stood; null: nothing was left out. */
function withoutBlanks(text: string): [string, number[] | null] {
  if (!text.includes(' ')) return [text, null]
  const offsets: number[] = []
  let kept = ''
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === ' ') continue
    kept += text.charAt(at)
    offsets.push(at)
  }
  return [kept, offsets]
}

/** Cuts at commas, colons and tabs, but not inside round brackets, nor between the digits of 3,000. */
function partsOf(text: string): Extent[] {
  const parts: Extent[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at)
    if (character === '(' && text.slice(at, at + 80).includes(')')) depth++
    if (character === ')') depth = Math.max(0, depth - 1)
    if (at < text.length && (depth > 0 || !',:\t|'.includes(character) || isThousands(text, at) || isClock(text, at))) continue
    if (at > start) parts.push({ start, end: at })
    start = at + 1
  }
  return parts
}

/** 12:00, 1:1.15 */
function isClock(text: string, at: number): boolean {
  return text.charAt(at) === ':' && /\d$/.test(text.slice(Math.max(0, at - 1), at)) && /^\d/.test(text.slice(at + 1, at + 2))
}

function isThousands(text: string, at: number): boolean {
  return text.charAt(at) === ',' && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) && /\d$/.test(text.slice(Math.max(0, at - 1), at))
}

/** Index of the part an offset lies in (the last part that starts at or before it). */
export function partAt(sentence: Sentence, offset: number): number {
  let low = 0
  let high = sentence.parts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentence.parts[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
