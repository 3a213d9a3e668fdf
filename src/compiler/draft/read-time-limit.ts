import type { Passage, Responsibility } from '#compiler/outline/outline.ts'
import { recognise } from '#compiler/recognise/recognise.ts'
import type { DateMark } from '#compiler/recognise/mark.ts'
import { sentencesOf, type Sentence } from '#compiler/source/sentence.ts'
import { implied, stated } from '#core/text/certain.ts'
import { textOf } from '#core/text/span.ts'
import { isPast, resolve, type Calendar } from './calendar.ts'
import { answering, type Drafted } from './draft-item.ts'

/** A time limit as read: the commitment it makes and the date it rests on. */
export interface TimeLimit {
  readonly drafted: Omit<Drafted, 'within'>
  readonly mark: DateMark
}

/**
 * Reads the 完成时限 line, cell or parenthesis of a measure: one deadline where a day can be computed, whatever stands beside it
 * (2026年5月底，长期坚持). Of several dates the last one is the limit; 立行立改 and 长期坚持 alone are none.
 */
export function readTimeLimit(
  text: string,
  folded: string,
  passage: Passage,
  answers: Responsibility | null,
  calendar: Calendar,
): TimeLimit | null {
  const found = sentencesOf(folded, passage.span).flatMap((sentence) =>
    recognise(sentence.text).flatMap((mark) =>
      mark.type === 'date' && (mark.edge === 'by' || mark.edge === 'in') ? [{ sentence, mark }] : [],
    ),
  )
  const last = found.findLast(({ mark }) => mark.edge === 'by') ?? found.at(-1)
  return last === undefined ? null : { drafted: draftLimit(text, last.sentence, last.mark, passage, answers, calendar), mark: last.mark }
}

function draftLimit(
  text: string,
  sentence: Sentence,
  mark: DateMark,
  passage: Passage,
  answers: Responsibility | null,
  calendar: Calendar,
): Omit<Drafted, 'within'> {
  const span = sentence.spanOf(mark.words)
  const resolved = resolve(mark, calendar)
  return {
    clause: passage.clause,
    span,
    anchor: span,
    sentence: sentence.span,
    yearIsGuessed: resolved?.year === 'document-year' && isPast(resolved.day, calendar),
    reading: {
      kind: 'deadline',
      period: implied({ unit: 'once', every: 1 }, 'time-limit'),
      comparator: implied('<=', 'time-limit'),
      value: null,
      upper: null,
      unit: null,
      scope: implied('org', 'default-scope'),
      deadline: resolved === null ? null : resolved.year === 'stated' ? stated(resolved.day, span) : implied(resolved.day, resolved.year),
      deadlineText: stated(textOf(text, span), span),
      object: null,
      base: null,
      modality: null,
      ...answering(answers),
    },
  }
}
