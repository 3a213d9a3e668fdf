import type { Answer } from '#core/draft/answer.ts'
import type { Question, QuestionCode } from '#core/draft/question.ts'
import { Scope } from '#core/draft/reading.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** `wrong-answer`: not of the shape the question asks for. `not-a-choice`. `interval-reversed`: it ends before it begins. */
export type ShapeRefusal = 'wrong-answer' | 'not-a-choice' | 'interval-reversed'

/** The shape of answer each question asks for. */
const SHAPES = {
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

const CHOICES: Partial<Record<QuestionCode, readonly string[]>> = {
  'year-meaning': ['calendar', 'plan'],
  'first-period': ['full', 'pro-rata', 'none'],
  'each-or-whole': ['per-member', 'org'],
  'pairs-or-total': ['pairs', 'leader'],
  'one-or-both': ['one', 'both'],
  'tracked-change': ['accepted', 'original'],
}

/** Whether an answer fits its question. Questions of scope also take the other scopes among their suggestions. */
export function expectAnswer(question: Pick<Question, 'code' | 'suggestions'>, answer: Answer): Outcome<Answer, ShapeRefusal> {
  const { code } = question
  if (answer.kind !== SHAPES[code]) return refuse('wrong-answer', { expected: SHAPES[code], given: answer.kind })
  if (answer.kind === 'interval' && answer.to !== null && answer.to < answer.from) return refuse('interval-reversed')
  if (answer.kind !== 'choice' || CHOICES[code]?.includes(answer.value)) return accept(answer)
  const asksScope = code === 'each-or-whole' || code === 'pairs-or-total'
  const isSuggested = question.suggestions.some(({ value }) => value === answer.value)
  return asksScope && isSuggested && Scope.safeParse(answer.value).success
    ? accept(answer)
    : refuse('not-a-choice', { value: answer.value })
}
