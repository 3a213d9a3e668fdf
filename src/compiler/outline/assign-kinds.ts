import type { ClauseKind } from '#core/draft/clause.ts'
import { headingOf, holds, isFormal, isTop, type Heading } from './heading.ts'
import type { Node } from './node.ts'
import { turnsAhead } from './sentence-roles.ts'
import { innerSectionOf, labelSection, sectionOf, type Section } from './section.ts'

/** A node with what it is, what it is about, and its title. */
export interface Sorted {
  readonly node: Node
  readonly kind: ClauseKind
  readonly section: Section
  readonly heading: Heading
}

interface Around {
  readonly section: Section
  /** Kind of the nearest clause above that is no label. */
  readonly above: ClauseKind | null
  /** The label right above, if any. */
  readonly label: Node | null
  /** Styles of which some of the clauses beside it hold nothing. */
  readonly mixed: ReadonlySet<Node['style']>
  readonly leaf: 'measure' | 'task'
}

/** Says of every node what kind of clause it is, in text order. `leaf`: what the actions of this document are called. */
export function assignKinds(root: Node, folded: string, section: Section, leaf: 'measure' | 'task'): Sorted[] {
  const sorted: Sorted[] = []
  const visitAll = (nodes: readonly Node[], around: Around): void => {
    const isReport = around.section === 'progress' || around.section === 'problem'
    let turned = false
    for (const node of nodes) {
      turned = isReport && (enumerating.has(node.style) ? turned : endsAhead(node, folded))
      visit(node, turned && node.style !== 'text' ? { ...around, section: 'action' } : around)
    }
  }
  const visit = (node: Node, around: Around): void => {
    const one = sortNode(node, folded, around)
    sorted.push(one)
    node.id = `c${sorted.length}`
    if (node.children.length === 0) return
    const isLabel = node.style === 'label'
    const above = isLabel ? around.above : one.kind
    const inside: Around = { section: one.section, above, label: isLabel ? node : null, mixed: mixedBelow(node), leaf }
    visitAll(node.children, holdsAnswered(node) ? { ...inside, section: 'action', label: null, above: 'finding' } : turn(node, inside))
  }
  /** 下一步，一是…；二是… at the end of a report. */
  const turn = (node: Node, inside: Around): Around =>
    inside.section === 'progress' &&
    node.children.every(({ style }) => enumerating.has(style) || style === 'answer') &&
    turnsAtEnd(node, folded)
      ? { ...inside, section: 'action' }
      : inside
  const around: Around = { section, above: null, label: null, mixed: mixedBelow(root), leaf }
  visitAll(root.children, around)
  return sorted
}

const enumerating: ReadonlySet<Node['style']> = new Set(['is', 'must', 'ordinal'])

/** A paragraph of a report that opens a list of what comes next: 下半年重点抓好以下工作：一是… */
function endsAhead(node: Node, folded: string): boolean {
  return node.style === 'text' && turnsAtEnd(node, folded)
}

function turnsAtEnd({ pieces }: Node, folded: string): boolean {
  const last = pieces.at(-1)
  return last !== undefined && turnsAhead(folded, last)
}

/** 问题表现：…, and behind it numbered lines with label lines of their own: those are the measures, where no label says which are. */
function holdsAnswered({ style, topic, pieces, children, parent }: Node): boolean {
  if (style !== 'label' || (topic !== 'finding' && topic !== 'cause') || pieces.length === 0) return false
  const isLabelled = parent?.children.some((node) => node.style === 'label' && node.topic === 'measure') ?? false
  return !isLabelled && children.some((child) => child.children.some(({ style: own }) => own === 'answer'))
}

function mixedBelow({ children }: Node): ReadonlySet<Node['style']> {
  return new Set(children.flatMap((child) => (holds(child) ? [] : [child.style])))
}

function sortNode(node: Node, folded: string, around: Around): Sorted {
  const plain = plainKinds.get(node.style)
  const heading = headingOf(node, folded)
  if (plain !== undefined) return { node, kind: plain, section: around.section, heading }
  const title = folded.slice(heading.start, heading.end)
  const own = ownSection(node, title, folded, heading.isHeading, around)
  return { node, kind: kindOf(node, title, heading, own, around), section: own ?? around.section, heading }
}

const plainKinds = new Map<Node['style'], ClauseKind>([
  ['row', 'row'],
  ['text', 'paragraph'],
  ['answer', 'responsibility'],
])

/** What a clause is about by its own label or heading; null where that says nothing. */
function ownSection(node: Node, title: string, folded: string, isHeading: boolean, around: Around): Section | null {
  if (node.style === 'label') return labelSection(node.topic, folded.slice(node.marker.start, node.marker.end), around.section)
  if (node.style === 'finding') return around.section === 'progress' ? 'progress' : 'action'
  if (node.topic !== null) return labelSection(node.topic, folded.slice(node.marker.end, node.marker.end + 16), around.section)
  if (isTop(node) || (around.above === null && isHeading && holds(node))) return sectionOf(title)
  if (isHeading && tellsOfProblems(node, title)) return 'problem'
  return isHeading ? innerSectionOf(title) : null
}

/** A heading whose numbered clauses are problems, for the measures stand below a label of their own. */
function tellsOfProblems(node: Node, title: string): boolean {
  return (
    /(?:存在|发现)的?(?:主要|突出|具体)?问题$/.test(title) &&
    node.children.some(({ style, topic }) => style === 'label' && topic === 'measure')
  )
}

function kindOf(node: Node, title: string, { isHeading }: Heading, own: Section | null, around: Around): ClauseKind {
  const { label, above, section, leaf } = around
  if (node.style === 'label') return labelKind(node)
  if (isTop(node) && above === null) return 'part'
  if (node.style === 'finding') return 'finding'
  if (node.style === 'matter') return node.children.some(({ topic }) => topic === 'finding' || topic === 'cause') ? 'finding' : leaf
  if (node.style === 'is' || node.style === 'must' || node.style === 'ordinal') return 'item'
  if (node.topic !== null) return labelKind(node)
  if (label !== null) return label.topic === 'measure' ? leaf : labelKind(label)
  if (above !== null && above !== 'part' && above !== 'aspect') return above === 'finding' && section === 'action' ? leaf : 'item'
  if (own === 'guide' || section === 'frame' || section === 'guide') return own === 'goal' ? 'objective' : 'item'
  if (own === 'goal' || section === 'goal') return 'objective'
  if (section === 'safeguard') return 'safeguard'
  if (isGroup(node, title, isHeading, around)) return groupKind(node, title, around)
  if (section === 'problem' || section === 'pending') return 'finding'
  if (section === 'progress') return /问题/.test(title) ? 'finding' : 'item'
  return leaf
}

/**
 * A bare heading that holds findings or measures: right below a part, or wherever labels hang on it. 1. and the like are headings only where all of
 * their list are.
 */
function isGroup(node: Node, title: string, isHeading: boolean, { above, mixed }: Around): boolean {
  const first = node.pieces[0]
  if (!isHeading || node.style === 'article' || first === undefined || !holds(node)) return false
  const tellsOfFinding = /问题$|方面$/.test(title) && first.end - first.start <= title.length + 1
  const isNoted = node.children[0]?.style === 'answer' && node.children[0].line === first.line && first.end - first.start === title.length
  if (!first.endsLine && !tellsOfFinding && !isNoted) return false
  return hasLabels(node) || (above !== 'aspect' && (isFormal(node.style) || !mixed.has(node.style)))
}

/** Without any part above, headings that hold no findings are the parts. */
function groupKind(node: Node, title: string, { above, mixed }: Around): ClauseKind {
  if (/(?:关于|针对|对).*问题$/.test(title)) return 'finding'
  return above === null && !hasLabels(node) && !mixed.has(node.style) ? 'part' : 'aspect'
}

function hasLabels(node: Node): boolean {
  return node.children.some(({ style }) => style === 'label')
}

function labelKind({ topic }: Node): ClauseKind {
  return topic === 'finding' || topic === 'objective' || topic === 'measure' ? topic : 'item'
}
