import type { Answer } from '#core/draft/answer.ts'
import type { Reading } from '#core/draft/reading.ts'
import { targetWords } from '#core/ledger/target-words.ts'
import { answerValue } from '#core/plan/answer-value.ts'

/** An answer as its 口径 keeps it: its value; a definition without a note by what is promised now. */
export function answerText(answer: Answer, reading: Reading): string {
  return answer.kind === 'definition' && answer.note === '' ? targetWords(reading) : answerValue(answer)
}
