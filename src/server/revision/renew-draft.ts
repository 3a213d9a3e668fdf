import { ClauseId } from '#core/commitment/commitment.ts'
import type { StoredDraft } from '#server/revision/stored.ts'

/** A document as it was read, under ids of its own: those of its first comparison may stand in the plan by now. */
export function renewDraft(draft: StoredDraft, newId: () => string): StoredDraft {
  const ids = new Map([...draft.clauses, ...draft.commitments].map(({ id }) => [String(id), newId()]))
  const renewed = (id: string): string => ids.get(id) ?? id
  return {
    ...draft,
    clauses: draft.clauses.map((clause) => ({
      ...clause,
      id: ClauseId.parse(renewed(clause.id)),
      parent: clause.parent === null ? null : ClauseId.parse(renewed(clause.parent)),
    })),
    commitments: draft.commitments.map((read) => ({
      ...read,
      id: renewed(read.id),
      clause: renewed(read.clause),
      within: read.within === null ? null : renewed(read.within),
    })),
    questions: draft.questions.map((question) => ({ ...question, id: newId(), commitments: question.commitments.map(renewed) })),
  }
}
