import type { Answer } from '#core/draft/answer.ts'
import type { QuestionCode } from '#core/draft/question.ts'
import { PlanFrame } from '#core/plan/plan.ts'

const { yearMeaning, firstPeriod } = PlanFrame.unwrap().shape

/** The frame of a plan once a question about the plan as a whole is answered; other questions leave it as it is. */
export function answerFrame(frame: PlanFrame, code: QuestionCode, answer: Answer): PlanFrame {
  if (code === 'in-force' && answer.kind === 'interval') return { ...frame, inForceFrom: answer.from, inForceTo: answer.to }
  if (code === 'immediate-limit' && answer.kind === 'days') return { ...frame, immediateLimitDays: answer.days }
  if (answer.kind !== 'choice') return frame
  if (code === 'year-meaning') return { ...frame, yearMeaning: yearMeaning.parse(answer.value) }
  if (code === 'first-period') return { ...frame, firstPeriod: firstPeriod.parse(answer.value) }
  return frame
}
