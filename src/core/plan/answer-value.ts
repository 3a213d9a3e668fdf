import type * as z from 'zod'
import type { Answer } from '#core/draft/answer.ts'

/** An answer in the form in which values are suggested: the choice, the number of days, the words; of a definition its note. */
export function answerValue(answer: z.input<typeof Answer>): string {
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
      return answer.note
    case 'day':
      return answer.day
  }
}
