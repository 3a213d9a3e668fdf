import type { Outline } from '#compiler/outline/outline.ts'
import { isDate } from '#compiler/read/item.ts'
import type { SourceDocument } from '#core/document/document.ts'
import type { Diagnostic } from '#core/draft/draft.ts'
import type { Span } from '#core/text/span.ts'
import { wordingOf } from '#compiler/taught/wording.ts'
import { resolve, type Calendar } from './calendar.ts'
import type { ReadSentence } from './read-passages.ts'

/**
 * What was left out or could not be read, for a person to look at. Codes:
 * - `no-text` (error): the document holds no words.
 * - `pages-without-text` (warning): pages that hold pictures only, or nothing. Params: `pages`.
 * - `numbers-lost` (warning): automatic numbers of an old file that could not be worked out.
 * - `no-measures` (warning): nothing in it reads like a measure or a task.
 * - `cells-apart` (warning): a table whose cells stand on a line each, which could not be put together.
 * - `no-document-day` (info): the day of the document was not found; years of dates may be missing.
 * - `impossible-date` (warning): the calendar has no such day (2月30日), or its year is not known. Params: `date`.
 * - `period-rounded` (warning): a window that no whole unit holds: 半月 is read as two weeks, 旬 as ten days. Params: `words`, `unit`, `every`.
 * - `taught-wording` (info): mere wording, as a person has taught. Params: `rule`, `phrase`, `words`.
 * - `number-left-out` (info): a number of a measure that is no promise. Params: `why` (history, condition, qualifier, score, subsidy,
 *   not-promised), `words`.
 */
export function diagnose(document: SourceDocument, outline: Outline, read: readonly ReadSentence[], calendar: Calendar): Diagnostic[] {
  if (!/[\p{L}\p{N}]/u.test(document.text)) return [diagnostic('no-text', 'error', null, {})]
  const whole: Diagnostic[] = []
  if (!outline.passages.some(({ role }) => role === 'action')) whole.push(diagnostic('no-measures', 'warning', null, {}))
  for (const { code, params } of document.losses ?? []) whole.push(diagnostic(code, 'warning', null, params))
  if (calendar.documentDay === null) whole.push(diagnostic('no-document-day', 'info', null, {}))
  return [
    ...whole,
    ...read.flatMap((sentence) => [
      ...datesOf(sentence, calendar),
      ...roundedOf(sentence),
      ...wordingLeftOut(document, sentence),
      ...leftOutOf(document, sentence),
    ]),
  ]
}

function datesOf({ draught }: ReadSentence, calendar: Calendar): Diagnostic[] {
  const { sentence, marks } = draught
  return marks
    .filter(isDate)
    .filter((mark) => mark.edge === 'by' && resolve(mark, calendar) === null)
    .map((mark) =>
      diagnostic('impossible-date', 'warning', sentence.spanOf(mark.words), {
        date: sentence.text.slice(mark.words.start, mark.words.end),
      }),
    )
}

function roundedOf({ draught: { sentence, items } }: ReadSentence): Diagnostic[] {
  return items.flatMap(({ period }) => {
    if (period === null || !('words' in period)) return []
    const words = sentence.text.slice(period.words.start, period.words.end)
    if (!/半个?月|旬/.test(words)) return []
    const { unit, every } = period.value
    return [diagnostic('period-rounded', 'warning', sentence.spanOf(period.words), { words, unit, every: String(every) })]
  })
}

function leftOutOf(document: SourceDocument, { passage, draught }: ReadSentence): Diagnostic[] {
  if (passage.role !== 'action') return []
  return draught.omitted
    .filter(({ why }) => why !== 'wording')
    .map(({ extent, why }) => {
      const span = draught.sentence.spanOf(extent)
      return diagnostic('number-left-out', 'info', span, { why, words: document.text.slice(span.start, span.end) })
    })
}

function wordingLeftOut(document: SourceDocument, { passage, draught }: ReadSentence): Diagnostic[] {
  if (passage.role !== 'action' && passage.role !== 'objective') return []
  return wordingOf(draught).map(({ part, rule }) => {
    const span = draught.sentence.spanOf(part)
    return diagnostic('taught-wording', 'info', span, {
      rule: rule.id,
      phrase: rule.phrase,
      words: document.text.slice(span.start, span.end),
    })
  })
}

function diagnostic(code: string, severity: Diagnostic['severity'], span: Span | null, params: Diagnostic['params']): Diagnostic {
  return { code, severity, span, params }
}
