import type { Answer } from '#core/draft/answer.ts'
import type { QuestionCode } from '#core/draft/question.ts'

/** The shape of answer each question asks for: what the server demands and the page offers. */
export const answerShapes = {
  'in-force': 'interval',
  'year-meaning': 'choice',
  'first-period': 'choice',
  'immediate-limit': 'days',
  'each-or-whole': 'choice',
  'pairs-or-total': 'choice',
  'one-or-both': 'choice',
  population: 'words',
  'base-period': 'words',
  tolerance: 'tolerance',
  definition: 'definition',
  'due-on': 'day',
  'year-of-date': 'day',
  'tracked-change': 'choice',
} as const satisfies Record<QuestionCode, Answer['kind']>
