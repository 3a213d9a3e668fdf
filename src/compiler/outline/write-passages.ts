import type { Span } from '#core/text/span.ts'
import type { Sorted } from './assign-kinds.ts'
import type { ColumnMeaning } from './columns.ts'
import type { Piece } from './node.ts'
import type { Passage, PassageRole } from './outline.ts'
import { roleOf } from './section.ts'

/**
 * The passages of one clause's own text: its title, what is left of its first line, its further lines; the cells of a row.
 * `isPreamble`: it stands before the first clause, where nothing is promised but what the units are told to do.
 */
export function writePassages(sorted: Sorted, folded: string, clause: string, isPreamble: boolean): Passage[] {
  const { node } = sorted
  if (node.row !== null) return rowPassages(sorted, clause)
  if (node.style === 'answer') return []
  if (isPreamble) return node.pieces.flatMap((piece) => sentencePassages(piece, folded, clause, /。|$/g, preambleRole))
  if (node.isRemark) return node.pieces.flatMap((piece) => sentencePassages(piece, folded, clause, /[。;]|$/g, remarkRole))
  return node.pieces.flatMap((piece, index) => piecePassages(sorted, piece, index, clause))
}

const instruction =
  /请各|各(?:责任|承办|有关|相关|牵头|级|部门|单位|地|县|区|乡|镇|街道|科|处|支部)\p{Script=Han}{0,14}?(?:[请须应要于]|务必|必须)|(?:务必|必须|[请须])于/u
const statistics = /(?:^|[,:\d月日])(?:已|共|累计|截至|先后)|口径|统计|标注|表示/

/** A preamble is history, sentence by sentence, but for instructions: 请各单位于每月5日前报送. */
function preambleRole(words: string): PassageRole {
  return instruction.test(words) ? 'objective' : 'history'
}

/** A remark is read, but for what explains the table or counts what was done: 1—6月共受理3万件. */
function remarkRole(words: string): PassageRole {
  return statistics.test(words) && !instruction.test(words) ? 'history' : 'action'
}

/** A paragraph cut where its sentences change their role. `cut`: what ends a sentence. */
function sentencePassages(
  piece: Piece,
  folded: string,
  clause: string,
  cut: RegExp,
  roleOfWords: (words: string) => PassageRole,
): Passage[] {
  const passages: Passage[] = []
  let start = piece.start
  for (const { index } of folded.slice(piece.start, piece.end).matchAll(cut)) {
    const end = Math.min(piece.start + index + 1, piece.end)
    if (end <= start) continue
    const role = roleOfWords(folded.slice(start, end))
    const last = passages.at(-1)
    if (last?.role === role) passages[passages.length - 1] = passage({ start: last.span.start, end }, clause, role)
    else passages.push(passage({ start, end }, clause, role))
    start = end
  }
  return passages
}

function piecePassages(sorted: Sorted, piece: Piece, index: number, clause: string): Passage[] {
  const { end: titleEnd, isHeading } = sorted.heading
  const role = bodyRole(sorted, index)
  if (index > 0 || !isHeading) return [passage(piece, clause, role)]
  const rest = { start: Math.min(titleEnd + 1, piece.end), end: piece.end }
  const both = [passage({ start: piece.start, end: titleEnd }, clause, 'title'), passage(rest, clause, role)]
  return both.filter(({ span }) => span.end > span.start)
}

/** Text between a heading and the clauses below it introduces them; above 整改措施： it tells what was found. */
function bodyRole({ node, kind, section }: Sorted, index: number): PassageRole {
  const role = roleOf(section)
  const holds = node.children.some(({ style }) => !['answer', 'text', 'is', 'must', 'ordinal'].includes(style))
  if (role !== 'action' || !holds || index === 0) return role
  if (kind === 'aspect' || kind === 'finding') return node.children.some(({ topic }) => topic === 'measure') ? 'history' : role
  return kind === 'part' ? 'objective' : role
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
