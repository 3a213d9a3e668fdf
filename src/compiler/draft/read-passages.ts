import type { Outline, Passage } from '#compiler/outline/outline.ts'
import type { Before, Draughted, GoverningDate } from '#compiler/read/item.ts'
import { columnDate } from './heading-dates.ts'
import { headingScopes } from './heading-scopes.ts'
import { readSentence } from '#compiler/read/read-sentence.ts'
import { tellsPast } from '#compiler/refine/drop-history.ts'
import type { Taught } from '#compiler/taught/taught.ts'
import { partAt, sentencesOf } from '#compiler/source/sentence.ts'

/** A sentence as read, with the passage it stands in. */
export interface ReadSentence {
  readonly passage: Passage
  readonly draught: Draughted
}

/** Reads every sentence of the passages that may promise something. What a paragraph opens with, or its heading (`headings`, by clause), holds to its end. */
export function readPassages(
  folded: string,
  outline: Outline,
  documentYear: number | null,
  headings: ReadonlyMap<string, GoverningDate>,
  taught: Taught,
): ReadSentence[] {
  const read: ReadSentence[] = []
  const scopes = headingScopes(folded, outline)
  for (const passage of outline.passages) {
    if (passage.role !== 'action' && passage.role !== 'objective') continue
    const headDate = columnDate(passage.column) ?? headings.get(passage.clause) ?? null
    const headScope = scopes.get(passage.clause) ?? null
    let before: Before = { headDate, toldPast: false, documentYear, headScope, taught }
    let yearDate: GoverningDate | null = null
    for (const sentence of sentencesOf(folded, passage.span)) {
      if (sentence.follows === 'line') before = { headDate, toldPast: false, documentYear, headScope, taught }
      const isRun = sentence.follows === 'semicolon' && before.headDate === null
      const draught = readSentence(sentence, passage.role, isRun ? { ...before, headDate: yearDate } : before)
      if (sentence.follows !== 'semicolon') yearDate = yearDateOf(draught)
      read.push({ passage, draught })
      before = { ...before, headDate: headDateOf(draught) ?? before.headDate, toldPast: tellsPast(draught) }
    }
  }
  return read
}

/** 2027年营业收入增长8%；资产负债率降至62%；…: the year that a sentence opens with holds to its full stop. */
function yearDateOf({ sentence, marks, before }: Draughted): GoverningDate | null {
  const mark = marks[0]
  if (mark?.type !== 'date' || mark.grain !== 'year' || mark.words.start > 0 || (mark.edge !== 'in' && mark.edge !== 'by')) return null
  if (mark.year === null || (before.documentYear !== null && mark.year < before.documentYear)) return null
  return { mark, text: sentence.text.slice(mark.words.start, mark.words.end), words: null, isHeading: false }
}

/** 到2025年, … at the head of a sentence: its own part, holding for the sentences behind it. */
function headDateOf({ sentence, marks }: Draughted): GoverningDate | null {
  const mark = marks[0]
  const head = sentence.parts[0]
  if (mark?.type !== 'date' || mark.edge !== 'by' || head === undefined || partAt(sentence, mark.start) !== 0) return null
  if (head.end - mark.end > 1 || mark.words.start > 1) return null
  return { mark, text: sentence.text.slice(mark.words.start, mark.words.end), words: null, isHeading: false }
}
