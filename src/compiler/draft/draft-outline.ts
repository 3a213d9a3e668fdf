import type { Outline } from '#compiler/outline/outline.ts'
import { fold } from '#compiler/source/fold.ts'
import type { SourceDocument } from '#core/document/document.ts'
import type { Draft, DraftCommitment } from '#core/draft/draft.ts'
import { after, atPassage, calendarOf } from './calendar.ts'
import { findDocumentDates } from './document-day.ts'
import { answersFor, draftItem, type Drafted } from './draft-item.ts'
import { draftWords } from './draft-sentence.ts'
import { readPassages } from './read-passages.ts'
import { readTimeLimit } from './read-time-limit.ts'

/** Drafts the ledger of a document whose outline is known. */
export function draftOutline(document: SourceDocument, outline: Outline): Draft {
  const folded = fold(document.text)
  const dates = findDocumentDates(folded, fold(outline.title))
  const drafted = draftAll(document, folded, outline, dates)
  const commitments = drafted.map(({ within, yearIsGuessed, ...commitment }, index): DraftCommitment => ({
    ...commitment,
    id: `k${index + 1}`,
    ref: String(index + 1),
    within: within === null ? null : `k${within + 1}`,
  }))
  return { title: outline.title, clauses: outline.clauses, commitments, questions: [], diagnostics: [] }
}

function draftAll(document: SourceDocument, folded: string, outline: Outline, dates: ReturnType<typeof findDocumentDates>): Drafted[] {
  let calendar = calendarOf(dates.day, dates.titleYear)
  const parents = new Map(outline.clauses.map((clause) => [clause.id, clause.parent]))
  const read = Map.groupBy(readPassages(folded, outline, calendar.documentYear), ({ passage }) => passage)
  const drafted: Drafted[] = []
  for (const passage of outline.passages) {
    calendar = atPassage(calendar)
    const answers = answersFor(outline, parents, passage.clause)
    if (passage.role === 'timeLimit') {
      const limit = readTimeLimit(document.text, folded, passage, answers, calendar)
      if (limit === null) continue
      drafted.push({ ...limit.drafted, within: null })
      calendar = after(calendar, limit.mark)
    }
    for (const { draught } of read.get(passage) ?? []) {
      const first = drafted.length
      for (const item of draught.items) {
        if (item.date?.words != null) calendar = after(calendar, item.date.mark)
        const parent = item.partOf === null ? -1 : draught.items.findIndex((other) => other.mark === item.partOf?.mark)
        drafted.push({
          ...draftItem(document.text, draught.sentence, item, passage.clause, answers, calendar),
          within: parent < 0 ? null : first + parent,
        })
      }
      for (const words of draftWords(draught, passage.clause, answers)) drafted.push({ ...words, within: null })
    }
  }
  return drafted
}
