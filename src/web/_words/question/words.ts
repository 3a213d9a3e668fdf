import type { QuestionCode } from '#core/draft/question.ts'
import { useText } from '#web/_lib/language.ts'
import { answerShapes } from '#core/plan/answer-shapes.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Questions and answers in the language of the screen. */
export interface QuestionWords extends Text {
  /** A suggested answer, or an answer as the 口径 keeps it, in words. */
  readonly answerText: (code: QuestionCode, value: string) => string
}

export function useQuestionWords(): QuestionWords {
  const text = useText({ zh, en })
  return { ...text, answerText: (code, value) => answerText(text, code, value) }
}

function answerText(text: Text, code: QuestionCode, value: string): string {
  switch (answerShapes[code]) {
    case 'choice':
      return text.choice[code]?.[value] ?? value
    case 'interval': {
      const [from = '', to = ''] = value.split('/')
      return text.interval(from, to)
    }
    case 'days':
      return text.days(value)
    case 'day':
      return text.day(value)
    case 'tolerance':
      return text.tolerance(value)
    case 'words':
    case 'definition':
      return value
  }
}
