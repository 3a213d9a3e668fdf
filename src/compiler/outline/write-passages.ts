import type { Span } from '#core/text/span.ts'
import type { Sorted } from './assign-kinds.ts'
import type { ColumnMeaning } from './columns.ts'
import type { Piece } from './node.ts'
import type { Passage, PassageRole } from './outline.ts'
import { roleOf } from './section.ts'
import { pendingStretches, preambleStretches, remarkStretches, reportStretches } from './sentence-roles.ts'

/**
 * The passages of one clause's own text: its title, what is left of its first line, its further lines; the cells of a row.
 * `isPreamble`: it stands before the first clause, where nothing is promised but what the units are told to do.
 */
export function writePassages(sorted: Sorted, folded: string, clause: string, isPreamble: boolean): Passage[] {
  const { node } = sorted
  if (node.row !== null) return rowPassages(sorted, clause)
  if (node.style === 'answer') return []
  if (isPreamble)
    return node.pieces.flatMap((piece) => preambleStretches(folded, piece).map(({ span, role }) => passage(span, clause, role)))
  if (node.isRemark)
    return node.pieces.flatMap((piece) => remarkStretches(folded, piece).map(({ span, role }) => passage(span, clause, role)))
  return node.pieces.flatMap((piece, index) => piecePassages(sorted, piece, index, folded, clause))
}

function piecePassages(sorted: Sorted, piece: Piece, index: number, folded: string, clause: string): Passage[] {
  const { end: titleEnd, isHeading } = sorted.heading
  const role = bodyRole(sorted, index)
  const isTitled = index === 0 && isHeading
  const body = { start: isTitled ? Math.min(titleEnd + 1, piece.end) : piece.start, end: piece.end }
  const isReport = (sorted.section === 'progress' || (sorted.section === 'problem' && sorted.node.style === 'text')) && role === 'history'
  const isPending = sorted.section === 'pending' && role === 'history'
  const stretches = isPending ? pendingStretches(folded, body) : isReport ? reportStretches(folded, body) : [{ span: body, role }]
  const title = isTitled ? [passage({ start: piece.start, end: titleEnd }, clause, 'title')] : []
  return [...title, ...stretches.map((one) => passage(one.span, clause, one.role))].filter(({ span }) => span.end > span.start)
}

/** Text between a heading and the clauses below it introduces them; above 整改措施： it tells what was found. */
function bodyRole({ node, kind, section }: Sorted, index: number): PassageRole {
  const role = roleOf(section)
  if (kind === 'finding' && role === 'action' && node.style === 'finding' && holdsMeasures(node)) return 'history'
  const holds = node.children.some(({ style }) => !['answer', 'text', 'is', 'must', 'ordinal'].includes(style))
  if (role !== 'action' || !holds || index === 0) return role
  if (kind === 'aspect' || kind === 'finding') return holdsMeasures(node) ? 'history' : role
  return kind === 'part' ? 'objective' : role
}

function holdsMeasures({ children }: Sorted['node']): boolean {
  return children.some(({ topic }) => topic === 'measure')
}

function passage({ start, end }: Span, clause: string, role: PassageRole, column: string | null = null): Passage {
  return { span: { start, end }, clause, role, column }
}

const cellRoles: Partial<Record<ColumnMeaning, PassageRole>> = {
  finding: 'history',
  cause: 'history',
  progress: 'history',
  score: 'history',
  remark: 'history',
  objective: 'objective',
  measure: 'action',
  schedule: 'action',
  timeLimit: 'timeLimit',
}

function rowPassages({ node }: Sorted, clause: string): Passage[] {
  const cells = node.row?.cells ?? []
  const isPlain = !cells.some(({ meaning }) => meaning === 'measure' || meaning === 'schedule')
  return cells.flatMap(({ span, meaning, heading, inherited }): Passage[] => {
    const fallback = meaning === 'unknown' && span.end - span.start >= (isPlain ? 6 : 14) ? 'action' : undefined
    const role = cellRoles[meaning] ?? fallback
    return role === undefined || inherited ? [] : [passage(span, clause, role, heading)]
  })
}
