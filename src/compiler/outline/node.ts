import type { Span } from '#core/text/span.ts'
import type { ReadRow } from './read-rows.ts'
import type { Style, Topic } from './token.ts'

/** A stretch of a clause's own text within one line. `endsLine`: nothing follows it in its line. */
export interface Piece extends Span {
  readonly line: number
  readonly endsLine: boolean
}

/** A label of an answering line, with what is said behind it. */
interface Field {
  readonly topic: Topic | null
  readonly span: Span
}

/** A clause while the outline grows. `text`: a paragraph outside all clauses; `answer`: a note or label lines that say who answers. */
export interface Node {
  /** Id of its clause, given in text order when the tree is grown. */
  id: string
  readonly style: Style | 'root' | 'label' | 'heading' | 'row' | 'answer' | 'text'
  readonly ordinal: number
  readonly prefix: string
  readonly marker: Span
  readonly start: number
  readonly line: number
  readonly parent: Node | null
  readonly children: Node[]
  readonly pieces: Piece[]
  readonly fields: Field[]
  /** Begins within a line, so that it ends with the line. */
  readonly isInline: boolean
  /** Level of a heading of the document, else null. */
  readonly level: number | null
  /** What its label speaks of; a label right behind its number counts. */
  topic: Topic | null
  /** An answering note or block that stands in lines of its own. */
  readonly isStandalone: boolean
  /** 注：…, 备注：…. */
  readonly isRemark: boolean
  readonly row: Extract<ReadRow, { kind: 'data' }> | null
}

/** A new node below `parent`, which is told of it. */
export function grow(parent: Node | null, seed: Partial<Node> & Pick<Node, 'style' | 'marker' | 'line'>): Node {
  // Written out, not spread: a document may have a hundred thousand of them.
  const node: Node = {
    id: '',
    style: seed.style,
    ordinal: seed.ordinal ?? 0,
    prefix: seed.prefix ?? '',
    marker: seed.marker,
    start: seed.start ?? seed.marker.start,
    line: seed.line,
    parent,
    children: [],
    pieces: seed.pieces ?? [],
    fields: seed.fields ?? [],
    isInline: seed.isInline ?? false,
    level: seed.level ?? null,
    topic: seed.topic ?? null,
    isStandalone: seed.isStandalone ?? false,
    isRemark: seed.isRemark ?? false,
    row: seed.row ?? null,
  }
  parent?.children.push(node)
  return node
}

/** Where the text of a node and all below it ends. */
export function endOf(node: Node): number {
  const last = node.children.at(-1)
  const own = Math.max(node.marker.end, node.pieces.at(-1)?.end ?? 0, node.fields.at(-1)?.span.end ?? 0)
  return last === undefined ? own : Math.max(own, endOf(last))
}
