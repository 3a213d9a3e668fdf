import type { Block } from '#core/document/document.ts'
import type { Clause, ClauseKind } from '#core/draft/clause.ts'
import type { Span } from '#core/text/span.ts'

/** How a block is set: the title, a heading of level 1–3, or text, whose run-in titles and labels are strong. */
export interface Setting {
  readonly rank: 'title' | 'heading1' | 'heading2' | 'heading3' | 'text'
  readonly strong: readonly Span[]
}

const headed: Partial<Record<ClauseKind, 'heading1' | 'heading2' | 'heading3'>> = {
  part: 'heading1',
  objective: 'heading3',
  aspect: 'heading2',
  safeguard: 'heading3',
  measure: 'heading3',
  task: 'heading3',
  finding: 'heading3',
}
const LONGEST_TITLE = 80

/** The characters of a clause's number and title where it begins; null where there is nothing to set apart. */
function titleSpan(text: string, clause: Omit<Clause, 'id' | 'parent'>): Span | null {
  const { start } = clause.span
  const afterMarker = start + clause.marker.length
  const labelled = /[:：]\s*$/.test(clause.marker)
  if (labelled || clause.title === '' || clause.title.length > LONGEST_TITLE)
    return clause.marker === '' ? null : { start, end: afterMarker }
  const titleStart = text.indexOf(clause.title, start)
  if (titleStart < 0 || titleStart > afterMarker + 4) return null
  return { start, end: titleStart + clause.title.length }
}

/** How one block of the document is set, from the clauses that begin in it. */
export function settingOf(text: string, title: string, block: Block, clauses: readonly Omit<Clause, 'id' | 'parent'>[]): Setting {
  const words = text.slice(block.span.start, block.span.end).trim()
  if (words !== '' && words === title.trim()) return { rank: 'title', strong: [] }
  const strong: Span[] = []
  for (const clause of clauses) {
    const rank = headed[clause.kind]
    if (rank === undefined) continue
    const span = titleSpan(text, clause)
    if (span === null) continue
    const rest = text.slice(span.end, block.span.end).trim()
    const label = /[:：]\s*$/.test(clause.marker)
    if (rest.length <= 1 && text.slice(block.span.start, span.start).trim() === '') return { rank: label ? 'heading3' : rank, strong: [] }
    strong.push(span)
  }
  if (strong.length === 0 && block.kind === 'heading')
    return { rank: block.level === undefined || block.level < 2 ? 'heading1' : 'heading2', strong }
  return { rank: 'text', strong }
}
