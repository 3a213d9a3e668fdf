import type { Answer } from '#core/draft/answer.ts'
import type { Reading } from '#core/draft/reading.ts'
import { targetWords } from '#core/ledger/target-words.ts'

/** An answer as its 口径 keeps it: the choice, the number of days, the words; a definition by its note, else by what is promised now. */
export function answerText(answer: Answer, reading: Reading): string {
  switch (answer.kind) {
    case 'choice':
      return answer.value
    case 'days':
      return String(answer.days)
    case 'interval':
      return `${answer.from}/${answer.to ?? ''}`
    case 'words':
      return answer.text
    case 'tolerance':
      return `${answer.value} ${answer.unit}`.trim()
    case 'definition':
      return answer.note === '' ? targetWords(reading) : answer.note
    case 'day':
      return answer.day
  }
}
