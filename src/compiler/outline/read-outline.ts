import { findDocumentDates } from '#compiler/draft/document-day.ts'
import { fold } from '#compiler/source/fold.ts'
import { yearOf } from '#core/day/day.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { answerOf, collectAnswers, responsibilityOf, type OwnAnswer, type Source } from './answer-clauses.ts'
import { assignKinds, type Sorted } from './assign-kinds.ts'
import { leafOf } from './document-leaf.ts'
import { findLines } from './find-lines.ts'
import { growTree } from './grow-tree.ts'
import { holdDuties } from './hold-duties.ts'
import { leaveClosing } from './leave-closing.ts'
import type { Node } from './node.ts'
import type { Outline, Passage, Responsibility } from './outline.ts'
import { readUnits, titleOf } from './read-units.ts'
import { sectionOfDocument } from './section.ts'
import { writeClause } from './write-clause.ts'
import { writePassages } from './write-passages.ts'

const firstOneLeads =
  /(?:(?:列|排|居)(?:名|序)?(?:在|于)?(?:第一|首|最前|前面)|第一(?:个|位|家)|首(?:位|个|家))[^。;,]{0,14}(?:为|是|负责|[单位]?)牵头/

/**
 * Reads the outline of a plan document: its clauses, what is to be read and how, and who answers for each clause.
 * Pure and total: any text gives an outline; spans lie inside the text, passages are in order and do not overlap.
 */
export function readOutline(document: SourceDocument): Outline {
  const { text } = document
  const folded = fold(text)
  const units = readUnits(document, folded)
  const title = titleOf(units, text)
  const dates = findDocumentDates(folded, fold(title))
  const { day, titleYear, anyYear } = dates
  const source: Source = { text, folded, firstLeads: firstOneLeads.test(folded), year: titleYear ?? (day === null ? anyYear : yearOf(day)) }
  const root = growTree(folded, findLines(units, folded, text))
  leaveClosing(root, folded)
  const sorted = assignKinds(root, folded, sectionOfDocument(fold(title)), leafOf(title))
  return { title, dates, ...writeOutline(sorted, source) }
}

function writeOutline(sorted: readonly Sorted[], source: Source): Omit<Outline, 'title' | 'dates'> {
  const nodes = sorted.map(({ node }) => node)
  const duties = holdDuties(nodes, source.folded)
  const own = collectAnswers(nodes, duties, source)
  const root = nodes.find(({ parent }) => parent?.style === 'root')?.parent ?? null
  const ofAll = root === null ? null : responsibilityOf(own.get(root), null, source)
  const firstClause = sorted.find(({ kind }) => kind !== 'paragraph')?.node.start ?? 0
  const responsibilities = new Map<string, Responsibility>()
  const passages: Passage[] = []
  for (const one of sorted) {
    const { id } = one.node
    const above = responsibilities.get(answeredAbove(one.node)?.id ?? '') ?? ofAll
    const held = responsibilityOf(own.get(one.node), above, source)
    if (held !== null) responsibilities.set(id, held)
    const isPreamble = one.kind === 'paragraph' && one.node.start < firstClause
    passages.push(...writePassages(one, source.folded, id, isPreamble), ...limitPassages(own.get(one.node), one.node, id, source.folded))
  }
  return {
    clauses: sorted.map((one) => writeClause(one, source.text)),
    passages: passages.toSorted((a, b) => a.span.start - b.span.start),
    responsibilities,
    answered: duties.flatMap(({ node, run, stretch }) => {
      const responsibility =
        stretch === null ? null : responsibilityOf(answerOf(run, source), responsibilities.get(node.id) ?? null, source)
      return stretch === null || responsibility === null ? [] : [{ span: stretch, responsibility }]
    }),
    asides: duties.map(({ run }) => run.span),
  }
}

/** The clause whose answers a clause inherits. Text behind a note is not what the note speaks of. */
function answeredAbove({ style, isInline, parent }: Node): Node | null {
  return style === 'text' && isInline ? (parent?.parent ?? null) : parent
}

/** A limit that says how much is due when (一季度完成25%，全年完成100%) is read like a measure. */
function limitPassages(own: OwnAnswer | undefined, node: Node, clause: string, folded: string): Passage[] {
  if (own === undefined || node.row !== null) return []
  return own.limits
    .filter(({ start, end }) => end > start)
    .map((span) => ({
      span,
      clause,
      role: /%|百分之/.test(folded.slice(span.start, span.end)) ? 'action' : 'timeLimit',
      column: null,
    }))
}
