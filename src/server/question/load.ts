import type * as z from 'zod'
import { PlanQuestion } from '#contract/plan.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { standingFor } from '#core/plan/answer-question.ts'
import type { GivenAnswer } from '#core/plan/restore-commitment.ts'
import type { Tx } from '#server/db/connect.ts'
import { AppError } from '#server/platform/errors.ts'

export type StoredQuestion = z.infer<typeof PlanQuestion>

interface Where {
  readonly jurisdictionId: string
  readonly planId: string
}

const COLUMNS = ['id', 'code', 'commitments', 'span', 'params', 'suggestions', 'answer', 'answeredBy'] as const

/** Every question of a plan, in the order they were asked. */
export async function loadQuestions(tx: Tx, { jurisdictionId, planId }: Where): Promise<readonly StoredQuestion[]> {
  const rows = await tx
    .selectFrom('question')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => PlanQuestion.parse(row))
}

/** One question; NOT_FOUND where the plan has none. */
export async function loadQuestion(tx: Tx, { jurisdictionId, planId }: Where, id: string): Promise<StoredQuestion> {
  const row = await tx
    .selectFrom('question')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return PlanQuestion.parse(row)
}

/** The answers given so far about a commitment, or about what it was split from or has taken in, in the order they were given. */
export async function loadAnswersAbout(
  tx: Tx,
  { jurisdictionId, planId }: Where,
  commitment: Commitment,
  all: readonly Commitment[],
): Promise<readonly GivenAnswer[]> {
  const rows = await tx
    .selectFrom('question')
    .select([...COLUMNS, 'answeredAt'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where('answer', 'is not', null)
    .orderBy('answeredAt')
    .orderBy('ordinal')
    .execute()
  return rows.flatMap((row) => {
    const { code, commitments, answer, answeredBy } = PlanQuestion.parse(row)
    const isAbout = standingFor(commitments, all).has(commitment.id)
    return isAbout && answer !== null ? [{ code, answer, by: answeredBy ?? '', at: Instant.parse(row.answeredAt) }] : []
  })
}
