import { trim } from './cells.ts'
import { findDuties } from './find-duties.ts'
import { grow, type Node, type Piece } from './node.ts'

const listed: ReadonlySet<Node['style']> = new Set([
  'dot',
  'dun',
  'paren',
  'rightParen',
  'chineseParen',
  'circled',
  'glyphParen',
  'glyphDot',
  'chinese',
  'decimal1',
  'decimal2',
])
const speaksOfAll =
  /^\s*(?:以上|上述|各(?:责任|牵头|承办|有关|相关|项|单位|部门|科|处|县|区|乡|镇|街)|(?:督办|督查|工作|有关|相关|报送|几点|纪律)?要求:)/

/**
 * A paragraph behind the last item of a list, where every item is a line of its own, closes the list: it is no part of that item. It hangs on
 * what the list stands in, or beside the clauses where it ends the document.
 */
export function leaveClosing(root: Node, folded: string): void {
  const visit = (node: Node, isLast: boolean): void => {
    for (const [at, child] of node.children.entries()) visit(child, isLast && at === node.children.length - 1)
    const last = node.children.at(-1)
    if (last === undefined || !listed.has(last.style)) return
    const others = node.children.filter((child) => child !== last && child.style === last.style)
    if (others.length === 0 || !others.every(isOneLine)) return
    const closing = closingOf(last, others, folded)
    if (closing.length === 0) return
    last.pieces.length -= closing.length
    const holder = isLast ? topOf(node) : node
    for (const piece of closing)
      grow(holder, { style: 'text', marker: { start: piece.start, end: piece.start }, line: piece.line, pieces: [piece] })
  }
  visit(root, true)
}

function isOneLine({ pieces, children, line }: Node): boolean {
  return pieces.every((piece) => piece.line === line) && children.every((child) => child.line === line)
}

/** The last lines of an item that stand behind its own; who answers is no closing. */
function closingOf({ pieces, line, children }: Node, others: readonly Node[], folded: string): Piece[] {
  const first = pieces[0]
  if (first === undefined || children.length > 0) return []
  const isSentence = hasStop(folded, first) || !others.some(({ pieces: [own] }) => own !== undefined && hasStop(folded, own))
  const behind = pieces.filter((piece) => piece.line !== line)
  const own = behind.findLastIndex((piece) => isDuty(folded, piece)) + 1
  const closing = behind.slice(own)
  const words = closing[0] === undefined ? '' : folded.slice(closing[0].start, closing[0].end)
  return isSentence && (others.length > 1 || speaksOfAll.test(words)) ? closing : []
}

function hasStop(folded: string, { start, end }: Piece): boolean {
  return /[。;]/.test(folded.slice(start, end))
}

function isDuty(folded: string, piece: Piece): boolean {
  const [run] = findDuties(folded, piece)
  if (run === undefined || !run.isWhole) return false
  const rest = trim(folded, run.sentence.end, piece.end)
  return run.sentence.start - piece.start < 8 && rest.end - rest.start <= 1
}

/** The part the list stands in; the document, where a clause that has answers of its own would be it. */
function topOf(node: Node): Node {
  let top = node
  while (top.parent !== null && top.parent.style !== 'root') top = top.parent
  const isAnswered = top.children.some(({ style }) => style === 'answer')
  return top.parent !== null && isAnswered ? top.parent : top
}
