import { editReading } from '#core/commitment/edit-reading.ts'
import type { ReadingRefusal } from '#core/commitment/check-reading.ts'
import { checkReading } from '#core/commitment/check-reading.ts'
import type { Answer } from '#core/draft/answer.ts'
import type { QuestionCode } from '#core/draft/question.ts'
import type { Reading } from '#core/draft/reading.ts'
import { Scope } from '#core/draft/reading.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'
import { implied } from '#core/text/certain.ts'

/** `still-undefined`: a definition must say what is promised. */
export type DefinitionRefusal = ReadingRefusal | 'still-undefined'

/**
 * A reading once a question about it is answered. Answers that only say how to count (one-or-both, tolerance, tracked-change)
 * leave the reading as it is and stand in the 口径 alone.
 */
export function answerReading(reading: Reading, code: QuestionCode, answer: Answer): Outcome<Reading, DefinitionRefusal> {
  switch (answer.kind) {
    case 'choice':
      return accept(
        code === 'each-or-whole' || code === 'pairs-or-total' ? editReading(reading, { scope: Scope.parse(answer.value) }) : reading,
      )
    case 'words':
      return accept(editReading(reading, { base: answer.text }))
    case 'day':
      return accept(dated(reading, code, answer.day))
    case 'definition':
      return defined(editReading(reading, answer.changes))
    case 'days':
    case 'interval':
    case 'tolerance':
      return accept(reading)
  }
}

/** A year that was not written leaves the wording of the date; a day that a person sets makes a dated, hence staged, promise. */
function dated(reading: Reading, code: QuestionCode, day: NonNullable<Reading['deadline']>['value']): Reading {
  const edited = editReading(reading, { deadline: day })
  if (code === 'year-of-date') return { ...edited, deadlineText: reading.deadlineText }
  return edited.nature === null ? { ...edited, nature: implied('staged', 'time-limit') } : edited
}

function defined(reading: Reading): Outcome<Reading, DefinitionRefusal> {
  return reading.kind === 'undefined' ? refuse('still-undefined') : checkReading(reading)
}
