import type { Commitment } from '#core/commitment/commitment.ts'
import type { Clause } from '#core/draft/clause.ts'
import type { Read, Side } from '#core/revision/side.ts'
import { unplaced } from '#core/revision/revised-reading.ts'

/** A commitment that the compiler found, whatever became of it; what a person added or split off is not, and stands in no document's reading. */
function isRead(commitment: Commitment, parts: ReadonlySet<string>): boolean {
  return commitment.original !== null && !parts.has(commitment.id)
}

/** The ids of what came of splitting. */
export function partsOfSplits(commitments: readonly Commitment[]): ReadonlySet<string> {
  return new Set(commitments.flatMap(({ replacedBy }) => (replacedBy.length > 1 ? replacedBy : [])))
}

/**
 * A plan as its document was read, for a comparison: with what still stands on earlier revisions, whose sentences are put behind the text.
 */
export function planSide(plan: {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly commitments: readonly Commitment[]
}): Side {
  const parts = partsOfSplits(plan.commitments)
  let text = plan.text
  const commitments = plan.commitments.flatMap((commitment): Read[] => {
    const { id, ref, clause, within, original, cited } = commitment
    if (original === null || !isRead(commitment, parts)) return []
    const { span, sentence } = commitment.own ?? commitment
    if (span !== null) return [{ id, ref, clause, within, reading: original, span, sentence: sentence ?? span }]
    if (cited === undefined) return []
    const start = text.length + 1
    text += `\n${cited.sentence}`
    const place = { start: start + cited.span.start, end: start + cited.span.end }
    return [{ id, ref, clause, within, reading: unplaced(original), span: place, sentence: { start, end: text.length } }]
  })
  const covered = plan.commitments.flatMap(({ cited }) => cited?.at ?? [])
  return { text, clauses: plan.clauses, commitments, covered }
}
