import type { Node } from './node.ts'

/** The title of a clause. `isHeading`: it is a heading of its own and promises nothing. */
export interface Heading {
  readonly start: number
  readonly end: number
  readonly isHeading: boolean
}

const quantity = /[\d%]|[一二三四五六七八九十两]+[次个件项名场期]|每[年月周季半]/
const formal: ReadonlySet<Node['style']> = new Set([
  'part',
  'section',
  'capital',
  'chinese',
  'chineseParen',
  'heading',
  'finding',
  'matter',
  'letter',
  'decimal1',
  'decimal2',
])

/** Whether a style numbers headings rather than items. */
export function isFormal(style: Node['style']): boolean {
  return formal.has(style)
}

/** Whether other clauses or rows hang on a node, not counting 一是…二是… and what says who answers. */
export function holds(node: Node): boolean {
  return node.children.some(({ style }) => !['answer', 'text', 'is', 'must', 'ordinal'].includes(style))
}

/** Finds the title of a node: a bare line, or up to the first 。 of its first line. */
export function headingOf(node: Node, folded: string): Heading {
  const first = node.pieces[0]
  if (first === undefined) return { start: node.marker.end, end: node.marker.end, isHeading: false }
  const words = folded.slice(first.start, Math.min(first.end, first.start + 300))
  const length = blankAt(node, words) ?? words.search(/[。\n\u2028]|:$/)
  const end = length < 0 ? first.end : first.start + length
  return { start: first.start, end, isHeading: isHeading(node, folded, end) }
}

/** 一、指导思想 以…为指导: a blank parts the heading from what follows it in the same line. */
function blankAt({ style }: Node, words: string): number | null {
  if (style !== 'part' && style !== 'capital' && style !== 'chinese' && style !== 'chineseParen' && style !== 'article') return null
  const length = /^[^\s。;,:]{2,24}(?= +\S{6})/.exec(words)?.[0].length
  return length !== undefined && /[。,;]/.test(words.slice(length)) ? length : null
}

/** 攻坚阶段(4月中旬至8月): when it is, not what is due. */
const spell = /(?<=阶段|步骤|时期)\([^()前]*[月年日旬底][^()前]*\)$/

/** A bare line above other clauses or lines, or a few words before the first 。; where numbers stand in it, it may promise something itself. */
function isHeading(node: Node, folded: string, end: number): boolean {
  const first = node.pieces[0]
  if (first === undefined || node.style === 'label') return false
  const hasQuantity =
    quantity.test(folded.slice(first.start, end).replace(spell, '')) && !isRepeated(folded.slice(first.start, first.end), end - first.start)
  if (end + 1 < first.end) return end - first.start <= 40 && !hasQuantity
  const isSentence = /[。;,:]$/.test(folded.slice(first.start, first.end).trimEnd())
  const stands = node.pieces.length > 1 || node.children.some((child) => child.style !== 'answer')
  if (!stands) return isTop(node) && !(hasQuantity && isSentence)
  return !hasQuantity || (isFormal(node.style) && !isSentence)
}

/** 每周调度。…每周五通报: the body says in full what the few words before it only name. */
function isRepeated(line: string, length: number): boolean {
  const rhythm = /^(?:每|逐|按)(?:半?[年月日天]|周|季)/.exec(line)?.[0]
  return rhythm !== undefined && length <= 8 && line.slice(length).includes(rhythm)
}

/** A clause of the first level whose style numbers nothing but parts. */
export function isTop(node: Node): boolean {
  const { style, parent } = node
  if (style === 'heading') return true
  // 第一条 above numbered clauses; without them articles are clauses themselves
  if (style === 'article') return parent?.style === 'root' && holds(node)
  return (
    parent?.style === 'root' &&
    (style === 'part' || style === 'section' || style === 'capital' || style === 'chinese' || style === 'decimal1')
  )
}
