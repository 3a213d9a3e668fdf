import type { Clause, RowCells } from '#core/draft/clause.ts'
import type { Sorted } from './assign-kinds.ts'
import { endOf, type Node } from './node.ts'

/** Longest title of what has none of its own: a row or a paragraph. */
const longest = 60

/** The clause of a node: its marker and title as written, its span with all that hangs on it. */
export function writeClause({ node, kind, heading }: Sorted, text: string): Clause {
  const span = { start: node.start, end: endOf(node) }
  return {
    id: node.id,
    kind,
    marker: text.slice(node.marker.start, node.marker.end).trim(),
    title: titleOf(node, heading, span.end, text)
      .replace(/[\s，,；;：:、]+$/, '')
      .trim(),
    span,
    parent: node.parent === null || node.parent.style === 'root' ? null : node.parent.id,
    ...(node.row === null ? {} : { cells: cellsOf(node.row.cells) }),
  }
}

function cellsOf(cells: NonNullable<Node['row']>['cells']): RowCells {
  const spanOf = (meaning: 'category' | 'finding' | 'measure') => cells.find((cell) => cell.meaning === meaning)?.span ?? null
  return { category: spanOf('category'), finding: spanOf('finding'), measure: spanOf('measure') }
}

function titleOf(node: Node, { start, end }: Sorted['heading'], last: number, text: string): string {
  const field = node.fields[0]
  if (node.style === 'answer' && field !== undefined && field.topic !== null)
    return text.slice(field.span.start, field.span.end).replace(/。$/, '')
  if (node.style === 'answer') return text.slice(node.start, last)
  const own =
    node.style === 'row' || node.style === 'text' ? text.slice(node.start, Math.min(last, node.start + longest)) : text.slice(start, end)
  if (node.style === 'row') return own.replace(/^[|\s]+|[|\s]+$/g, '')
  return node.style === 'text' || node.style === 'label' ? (own.split(/[。；;]/)[0] ?? '') : own
}
