import type { Act } from '#core/commitment/act.ts'
import { stands } from '#core/commitment/act.ts'
import type { BasisEntry, Commitment } from '#core/commitment/commitment.ts'
import type { Answer } from '#core/draft/answer.ts'
import type { Question } from '#core/draft/question.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept } from '#core/outcome/outcome.ts'
import { answerFrame } from '#core/plan/answer-frame.ts'
import type { DefinitionRefusal } from '#core/plan/answer-reading.ts'
import { answerReading } from '#core/plan/answer-reading.ts'
import { answerText } from '#core/plan/answer-text.ts'
import type { ShapeRefusal } from '#core/plan/expect-answer.ts'
import { expectAnswer } from '#core/plan/expect-answer.ts'
import { withImmediateLimit } from '#core/plan/immediate.ts'
import type { PlanFrame } from '#core/plan/plan.ts'

export type AnswerRefusal = ShapeRefusal | DefinitionRefusal

/** A plan as far as an answer can change it: its frame and all its commitments. */
export interface Answerable {
  readonly frame: PlanFrame
  readonly commitments: readonly Commitment[]
}

/**
 * What an answer changes: the frame, and the commitments the question is about (where one was split or merged, what stands for it now).
 * Each of them keeps the answer as its 口径; answering again replaces it. Only commitments that change are in the value.
 */
export function answerQuestion(
  question: Pick<Question, 'code' | 'commitments' | 'suggestions'>,
  answer: Answer,
  { frame, commitments }: Answerable,
  act: Act,
): Outcome<Answerable, AnswerRefusal> {
  const fitting = expectAnswer(question, answer)
  if (!fitting.ok) return fitting
  const after = answerFrame(frame, question.code, answer)
  const asked = standingFor(question.commitments, commitments)
  const changed: Commitment[] = []
  for (const commitment of commitments.filter(stands)) {
    const isMeant = asked.has(commitment.id) && !(asked.size > 1 && isDatedOtherwise(commitment, question.code))
    const answered = isMeant ? withAnswer(commitment, question.code, answer, act) : accept(commitment)
    if (!answered.ok) return answered
    const limited = withImmediateLimit(answered.value, after, { by: act.by, at: act.at })
    if (limited !== commitment) changed.push({ ...limited, decision: { kind: 'answered', ...act }, version: commitment.version + 1 })
  }
  return accept({ frame: after, commitments: changed })
}

/** One day for all that have none leaves alone what has a day of its own by now. */
function isDatedOtherwise({ reading, basis }: Commitment, code: BasisEntry['code']): boolean {
  return code === 'due-on' && reading.deadline !== null && basis.every((entry) => entry.code !== 'due-on')
}

/** One commitment with an answer in its reading and its 口径, in place of an earlier answer to the same question. */
export function withAnswer(
  commitment: Commitment,
  code: BasisEntry['code'],
  answer: Answer,
  { by, at }: Pick<BasisEntry, 'by' | 'at'>,
): Outcome<Commitment, DefinitionRefusal> {
  const reading = answerReading(commitment.reading, code, answer)
  if (!reading.ok) return reading
  const others = commitment.basis.filter((entry) => entry.code !== code)
  return accept({ ...commitment, reading: reading.value, basis: [...others, { code, answer: answerText(answer, reading.value), by, at }] })
}

/** The ids that stand for these today: themselves, or what they were split or merged into. */
export function standingFor(ids: readonly string[], commitments: readonly Commitment[]): ReadonlySet<string> {
  const byId = new Map<string, Commitment>(commitments.map((commitment) => [commitment.id, commitment]))
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    byId.get(id)?.replacedBy.forEach(visit)
  }
  ids.forEach(visit)
  return found
}
