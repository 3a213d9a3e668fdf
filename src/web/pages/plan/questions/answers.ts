import type * as z from 'zod'
import type { Answer as AnswerSchema } from '#core/draft/answer.ts'
import type { QuestionCode } from '#core/draft/question.ts'
import { answerShapes } from '#core/plan/answer-shapes.ts'
import type { PlanQuestion } from '../model/view.ts'
import { suggestedDefinition } from './suggested-definition.ts'

/** An answer as it is sent. */
export type AnswerInput = z.input<typeof AnswerSchema>

/** The answer that a suggested value stands for; null where only a form can give it. */
export function answerOf(code: QuestionCode, value: string): AnswerInput | null {
  switch (answerShapes[code]) {
    case 'choice':
      return { kind: 'choice', value }
    case 'days': {
      const days = Number(value)
      return Number.isInteger(days) && days > 0 ? { kind: 'days', days } : null
    }
    case 'interval': {
      const [from = '', to = ''] = value.split('/')
      return from === '' ? null : { kind: 'interval', from, to: to === '' ? null : to }
    }
    case 'words':
      return value.trim() === '' ? null : { kind: 'words', text: value }
    case 'tolerance': {
      const match = /^\s*(\d+(?:\.\d+)?)\s*(.*)$/.exec(value)
      return match?.[1] === undefined ? null : { kind: 'tolerance', value: match[1], unit: match[2]?.trim() ?? '' }
    }
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { kind: 'day', day: value } : null
    case 'definition':
      return suggestedDefinition(value)
  }
}

/** Other open questions that the same answer fits: of the same code, about commitments, with the same value suggested. */
export function alike(question: PlanQuestion, value: string, questions: readonly PlanQuestion[]): readonly PlanQuestion[] {
  if (question.commitments.length === 0 || answerShapes[question.code] === 'definition') return []
  const fits = ({ suggestions }: PlanQuestion): boolean =>
    answerShapes[question.code] === 'choice' || suggestions.some((suggestion) => suggestion.value === value)
  return questions.filter((each) => each.id !== question.id && each.code === question.code && each.answer === null && fits(each))
}
