import type { Outline, Responsibility } from '#compiler/outline/outline.ts'
import type { GoverningDate } from '#compiler/read/item.ts'
import { askAll } from '#compiler/question/ask-all.ts'
import type { AskedCommitment } from '#compiler/question/asking.ts'
import { fold } from '#compiler/source/fold.ts'
import { nameAsTaught } from '#compiler/taught/name-as-taught.ts'
import { nothingTaught, type Taught } from '#compiler/taught/taught.ts'
import { yearOf } from '#core/day/day.ts'
import type { SourceDocument } from '#core/document/document.ts'
import type { Draft } from '#core/draft/draft.ts'
import { assignRefs } from './assign-refs.ts'
import { after, atPassage, calendarOf, type Calendar } from './calendar.ts'
import { diagnose } from './diagnose.ts'
import { findDocumentDates } from './document-day.ts'
import { answeredAt, withoutAsides } from './asides.ts'
import { answersByClause, draftItem, type Drafted } from './draft-item.ts'
import { draftWords } from './draft-sentence.ts'
import { headingDates } from './heading-dates.ts'
import { natureOf } from './nature.ts'
import { readPassages, type ReadSentence } from './read-passages.ts'
import { readTimeLimit } from './read-time-limit.ts'
import { findStatedPeriod } from './stated-period.ts'

/** Drafts the ledger of a document whose outline is known, with what people have taught. */
export function draftOutline(document: SourceDocument, outline: Outline, taught: Taught = nothingTaught): Draft {
  const folded = fold(document.text)
  const dates = outline.dates ?? findDocumentDates(folded, fold(outline.title))
  const calendar = calendarOf(dates.day, dates.titleYear, dates.anyYear)
  const headings = headingDates(folded, outline)
  const read = readPassages(withoutAsides(folded, outline.asides), outline, calendar.documentYear, headings, taught)
  const drafted = draftAll(document.text, folded, outline, read, headings, calendar)
  const asked = numbered(
    folded,
    outline,
    drafted.map((each) => nameAsTaught(folded, taught, each)),
  )
  const { documentDay, documentYear } = calendar
  const statedPeriod = findStatedPeriod(folded, documentDay)
  const known = { documentDay, documentYear: documentYear ?? (statedPeriod === null ? null : yearOf(statedPeriod.from)), statedPeriod }
  return {
    title: outline.title,
    clauses: outline.clauses,
    commitments: asked.map(({ yearIsGuessed: _yearIsGuessed, ...commitment }) => commitment),
    questions: askAll({ text: document.text, folded, ...known, commitments: asked, revisions: document.revisions }),
    diagnostics: diagnose(document, outline, read, calendar),
  }
}

/** Every commitment in the order of the text, with the years that the dates before it give. */
function draftAll(
  text: string,
  folded: string,
  outline: Outline,
  read: readonly ReadSentence[],
  headings: ReadonlyMap<string, GoverningDate>,
  start: Calendar,
): Drafted[] {
  const answers = answersByClause(outline)
  const sentences = Map.groupBy(read, ({ passage }) => passage)
  const answeredIn = answeredAt(outline)
  const drafted: Drafted[] = []
  let calendar = start
  for (const passage of outline.passages) {
    const answering = answers.get(passage.clause) ?? null
    calendar = atPassage(calendar, headings.get(passage.clause)?.mark.year ?? null)
    if (passage.role === 'timeLimit') {
      const limit = readTimeLimit(text, folded, passage, answering, calendar)
      if (limit === null) continue
      drafted.push({ ...limit.drafted, within: null })
      calendar = after(calendar, limit.mark)
    }
    for (const sentence of sentences.get(passage) ?? []) {
      const own = answeredIn(sentence.draught.sentence.span) ?? answering
      calendar = draftSentence(text, sentence, own, calendar, drafted)
    }
  }
  return drafted
}

/** Adds what a sentence promises; the calendar behind it. */
function draftSentence(
  text: string,
  { passage, draught }: ReadSentence,
  answers: Responsibility | null,
  start: Calendar,
  drafted: Drafted[],
): Calendar {
  const first = drafted.length
  let calendar = start
  for (const item of draught.items) {
    if (item.date?.words != null) calendar = after(calendar, item.date.mark)
    const parent = item.partOf === null ? -1 : draught.items.findIndex(({ mark }) => mark === item.partOf?.mark)
    drafted.push({
      ...draftItem(text, draught.sentence, item, passage.clause, answers, calendar),
      within: parent < 0 ? null : first + parent,
    })
  }
  for (const words of draftWords(draught, passage.clause, answers)) drafted.push({ ...words, within: null })
  return calendar
}

/** Ids in text order, 编号, and the nature that follows from what was read. */
function numbered(folded: string, outline: Outline, drafted: readonly Drafted[]): AskedCommitment[] {
  const refs = assignRefs(
    outline.clauses,
    drafted.map(({ clause }) => clause),
  )
  return drafted.map(({ within, ...commitment }, index) => {
    const { reading, sentence } = commitment
    const nature = natureOf(reading.nature, reading, folded.slice(sentence.start, sentence.end))
    return {
      ...commitment,
      id: `k${index + 1}`,
      ref: refs[index] ?? String(index + 1),
      within: within === null ? null : `k${within + 1}`,
      reading: { ...reading, nature },
    }
  })
}
