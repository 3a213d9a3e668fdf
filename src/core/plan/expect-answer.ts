import type { Answer } from '#core/draft/answer.ts'
import type { Question, QuestionCode } from '#core/draft/question.ts'
import { Scope } from '#core/draft/reading.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'
import { answerShapes } from '#core/plan/answer-shapes.ts'

/** `wrong-answer`: not of the shape the question asks for. `not-a-choice`. `interval-reversed`: it ends before it begins. */
export type ShapeRefusal = 'wrong-answer' | 'not-a-choice' | 'interval-reversed'

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
  if (answer.kind !== answerShapes[code]) return refuse('wrong-answer', { expected: answerShapes[code], given: answer.kind })
  if (answer.kind === 'interval' && answer.to !== null && answer.to < answer.from) return refuse('interval-reversed')
  if (answer.kind !== 'choice' || CHOICES[code]?.includes(answer.value)) return accept(answer)
  const asksScope = code === 'each-or-whole' || code === 'pairs-or-total'
  const isSuggested = question.suggestions.some(({ value }) => value === answer.value)
  return asksScope && isSuggested && Scope.safeParse(answer.value).success
    ? accept(answer)
    : refuse('not-a-choice', { value: answer.value })
}
