import type { ClauseKind } from '#core/draft/clause.ts'
import { innerSectionOf, labelSection, sectionOf, type Section } from './section.ts'
import type { Node } from './node.ts'

/** A node with what it is, what it is about, and where its title ends. */
export interface Sorted {
  readonly node: Node
  readonly kind: ClauseKind
  readonly section: Section
  /** Where the words of its title end: a bare line, or up to the first 。 of its first line. */
  readonly titleEnd: number
  /** The title is a heading of its own and promises nothing. */
  readonly isHeading: boolean
}

interface Around {
  readonly section: Section
  /** Kind of the nearest clause above that is no label, and whether a label stands in between. */
  readonly above: ClauseKind | null
  readonly label: Node | null
  readonly leaf: 'measure' | 'task'
}

/** Says of every node what kind of clause it is, in text order. `leaf`: what the actions of this document are called. */
export function assignKinds(root: Node, folded: string, section: Section, leaf: 'measure' | 'task'): Sorted[] {
  const sorted: Sorted[] = []
  const visit = (node: Node, around: Around): void => {
    const one = sortNode(node, folded, around)
    sorted.push(one)
    const isLabel = node.style === 'label'
    const inside: Around = { ...around, section: one.section, above: isLabel ? around.above : one.kind, label: isLabel ? node : null }
    for (const child of node.children) visit(child, inside)
  }
  for (const child of root.children) visit(child, { section, above: null, label: null, leaf })
  return sorted
}

function sortNode(node: Node, folded: string, around: Around): Sorted {
  const { section } = around
  if (node.style === 'row') return { node, kind: 'row', section, titleEnd: node.start, isHeading: false }
  if (node.style === 'text') return { node, kind: 'paragraph', section, titleEnd: node.start, isHeading: false }
  if (node.style === 'answer') return { node, kind: 'responsibility', section, titleEnd: node.start, isHeading: false }
  const titleEnd = titleEndOf(node, folded)
  const isHeading = isHeadingOf(node, folded, titleEnd)
  const title = folded.slice(node.pieces[0]?.start ?? node.marker.end, titleEnd)
  const own = ownSection(node, title, folded, isHeading, around)
  return { node, kind: kindOf(node, title, isHeading, own, around), section: own ?? section, titleEnd, isHeading }
}

/** Up to the first 。 of the first line, or to its end. */
function titleEndOf(node: Node, folded: string): number {
  const first = node.pieces[0]
  if (first === undefined) return node.marker.end
  const words = folded.slice(first.start, Math.min(first.end, first.start + 300))
  const stop = words.search(/[。\n\u2028]/)
  // 一、指导思想 以…为指导: a blank parts the heading from what follows it in the same line.
  const blank = ['part', 'chinese', 'chineseParen'].includes(node.style)
    ? /^[^\s。;,:]{2,24}(?= +\S{6})/.exec(words)?.[0].length
    : undefined
  if (blank !== undefined && /[。,;]/.test(words.slice(blank))) return first.start + blank
  return stop < 0 ? first.end : first.start + stop
}

const quantity = /[\d%]|[一二三四五六七八九十两]+[次个件项名场期]|每[年月周季半]/
const listed: ReadonlySet<Node['style']> = new Set([
  'part',
  'section',
  'chinese',
  'chineseParen',
  'heading',
  'finding',
  'decimal1',
  'decimal2',
])

/** A bare line above other clauses or lines, or a few words before the first 。; where numbers stand in it, it may promise something itself. */
function isHeadingOf(node: Node, folded: string, titleEnd: number): boolean {
  const first = node.pieces[0]
  if (first === undefined || node.style === 'label') return false
  const words = folded.slice(first.start, titleEnd)
  if (titleEnd + 1 < first.end) return words.length <= 40 && !quantity.test(words)
  const stands = node.pieces.length > 1 || node.children.some((child) => child.style !== 'answer')
  if (!stands)
    return (
      (node.style === 'heading' || (isPart(node) && node.style !== 'article')) &&
      !(quantity.test(words) && /[。;,]/.test(folded.slice(first.start, first.end)))
    )
  const isLead = /[。;,]$/.test(folded.slice(first.start, first.end).trimEnd())
  return !quantity.test(words) || (listed.has(node.style) && !isLead)
}

function ownSection(node: Node, title: string, folded: string, isHeading: boolean, around: Around): Section | null {
  if (node.style === 'label') return labelSection(node.topic, folded.slice(node.marker.start, node.marker.end), around.section)
  if (node.style === 'finding') return around.section === 'progress' ? 'progress' : 'action'
  if (node.topic !== null) return labelSection(node.topic, folded.slice(node.marker.end, node.marker.end + 16), around.section)
  if (isPart(node) || (around.above === null && isHeading && holds(node))) return sectionOf(title)
  return isHeading ? innerSectionOf(title) : null
}

function isPart(node: Node): boolean {
  if (node.parent?.style !== 'root') return false
  if (['part', 'chinese', 'decimal1'].includes(node.style) || node.style === 'heading') return true
  return node.style === 'section'
}

function kindOf(node: Node, title: string, isHeading: boolean, own: Section | null, around: Around): ClauseKind {
  if (node.style === 'label') return labelKind(node)
  if (isPart(node)) return 'part'
  if (node.style === 'finding') return 'finding'
  if (node.style === 'is' || node.style === 'must' || node.style === 'ordinal') return 'item'
  if (node.topic !== null) return labelKind(node)
  const { label, above, section } = around
  if (label !== null) return label.topic === 'measure' ? around.leaf : labelKind(label)
  if (above !== null && above !== 'part' && above !== 'aspect') return above === 'finding' && section === 'action' ? around.leaf : 'item'
  if (own === 'guide') return 'item'
  if (own === 'goal' || section === 'goal') return 'objective'
  if (section === 'frame' || section === 'guide') return 'item'
  if (section === 'safeguard') return 'safeguard'
  if (isGroup(node, title, isHeading, above)) return groupKind(node, title, above)
  if (section === 'problem') return 'finding'
  if (section === 'progress') return /问题/.test(title) ? 'finding' : 'item'
  return around.leaf
}

/**
 * A bare heading that holds findings or measures: right below a part, or wherever labels hang on it. 1. and the like are headings only where all of
 * their list are.
 */
function isGroup(node: Node, title: string, isHeading: boolean, above: ClauseKind | null): boolean {
  const first = node.pieces[0]
  if (!isHeading || node.style === 'article' || first === undefined || !holds(node)) return false
  const tellsOfFinding = /问题$|方面$/.test(title) && first.end - first.start <= title.length + 1
  if (!first.endsLine && !tellsOfFinding) return false
  if (hasLabels(node)) return true
  return (
    above !== 'aspect' &&
    (listed.has(node.style) || !(node.parent?.children.some((other) => other.style === node.style && !holds(other)) ?? false))
  )
}

/** Without any part above, headings that hold no findings are the parts. */
function groupKind(node: Node, title: string, above: ClauseKind | null): ClauseKind {
  if (/关于.*问题$/.test(title)) return 'finding'
  return above === null && !hasLabels(node) ? 'part' : 'aspect'
}

function hasLabels(node: Node): boolean {
  return node.children.some(({ style }) => style === 'label')
}

function holds(node: Node): boolean {
  return node.children.some(({ style }) => !['answer', 'text', 'is', 'must', 'ordinal'].includes(style))
}

function labelKind({ topic }: Node): ClauseKind {
  if (topic === 'finding' || topic === 'objective' || topic === 'measure') return topic
  return 'item'
}
