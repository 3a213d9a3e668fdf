import type { Span } from '#core/text/span.ts'
import { grow, type Node } from './node.ts'
import type { Memory } from './place-number.ts'
import { trim } from './cells.ts'

/** What is known while the tree of clauses grows from the first line to the last. */
export interface Growing {
  readonly folded: string
  readonly root: Node
  /** The root and the clauses that are open, the innermost last. */
  readonly open: Node[]
  readonly memory: Memory
  /** A label line with nothing behind its colon: what it asks for may stand in the next line. */
  asked: Node | null
}

/** The innermost open clause. */
export function innermost({ open, root }: Growing): Node {
  return open.at(-1) ?? root
}

/** Closes all open clauses above an index and opens another below the one that is left. */
export function openBelow(growing: Growing, keep: number, seed: Parameters<typeof grow>[1]): Node {
  growing.open.length = keep + 1
  const node = grow(innermost(growing), seed)
  growing.open.push(node)
  return node
}

/** A paragraph that belongs to no measure: below the part it stands in; below none that others' answers are for. */
export function addText(growing: Growing, span: Span, line: number, isRemark = false): Node {
  const top = growing.open[Math.min(1, growing.open.length - 1)] ?? growing.root
  const isAnswered = top.children.some(({ style, isStandalone }) => style === 'answer' && isStandalone)
  const part = isAnswered ? growing.root : top
  const { start, end } = trim(growing.folded, span.start, span.end)
  return grow(part, { style: 'text', marker: { start, end: start }, line, isRemark, pieces: [{ start, end, line, endsLine: true }] })
}
