import type { Commitment } from '#core/commitment/commitment.ts'
import type { Block, Revision } from '#core/document/document.ts'
import { overlaps } from '#core/text/span.ts'
import { settingOf, type Setting } from './headings.ts'
import type { Mark } from '#web/_components/document/segments.ts'
import type { PlanView } from './view.ts'

/** A block with all that lies on it, ready to be drawn. */
export interface PreparedBlock {
  readonly block: Block
  readonly setting: Setting
  readonly marks: readonly Mark[]
  readonly revisions: readonly Revision[]
}

/** Blocks of the document with their marks. One pass: blocks and sorted marks are walked side by side. */
export function prepareBlocks(view: PlanView): readonly PreparedBlock[] {
  const marks = view.commitments.flatMap(markOf).toSorted((a, b) => a.span.start - b.span.start)
  const clauses = view.clauses.toSorted((a, b) => a.span.start - b.span.start)
  let firstMark = 0
  let firstClause = 0
  return view.document.blocks.map((block) => {
    const { start, end } = block.span
    while (firstMark < marks.length && (marks[firstMark]?.span.end ?? 0) <= start) firstMark += 1
    while (firstClause < clauses.length && (clauses[firstClause]?.span.start ?? 0) < start) firstClause += 1
    const own: Mark[] = []
    for (let at = firstMark; at < marks.length && (marks[at]?.span.start ?? end) < end; at += 1) {
      const mark = marks[at]
      if (mark !== undefined && overlaps(mark.span, block.span)) own.push(mark)
    }
    const begun = []
    for (let at = firstClause; at < clauses.length && (clauses[at]?.span.start ?? end) < end; at += 1) {
      const clause = clauses[at]
      if (clause !== undefined) begun.push(clause)
    }
    return {
      block,
      setting: settingOf(view.document.text, view.plan.title, block, begun),
      marks: own,
      revisions: view.document.revisions.filter(({ span }) => span.start <= end && span.end >= start),
    }
  })
}

function markOf({ id, span, ref, state, reading }: Commitment): readonly Mark[] {
  return span === null || state === 'replaced' ? [] : [{ id, span, ref, state, kind: reading.kind }]
}
