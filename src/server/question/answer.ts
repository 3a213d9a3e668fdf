import type { Commitment } from '#core/commitment/commitment.ts'
import type { Answer } from '#core/draft/answer.ts'
import { answerQuestion as decide } from '#core/plan/answer-question.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import { updateCommitments } from '#server/commitment/update.ts'
import { accepted } from '#server/plan/accepted.ts'
import { lockPlan } from '#server/plan/load.ts'
import { loadQuestion, type StoredQuestion } from '#server/question/load.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** What an answer leaves behind: the question with it, the frame, and the commitments it changed. */
interface Answered {
  readonly question: StoredQuestion
  readonly frame: PlanFrame
  readonly commitments: readonly Commitment[]
}

/** 回答疑问: settles what the document leaves open; answering again replaces the answer. */
export async function answerQuestion(
  context: Context,
  input: { readonly planId: string; readonly id: string; readonly answer: Answer },
): Promise<Answered> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:answer')
    const plan = await lockPlan(tx, jurisdictionId, input.planId)
    const where = { jurisdictionId, planId: plan.id }
    const asked = await loadQuestion(tx, where, input.id)
    const commitments = await loadCommitments(tx, where)
    const act = { by: actor.name, at: context.now, note: '' }
    const after = accepted(decide(asked, input.answer, { frame: plan.frame, commitments }, act))
    const question = { ...asked, answer: input.answer, answeredBy: actor.name }
    await tx
      .updateTable('question')
      .set({ answer: JSON.stringify(input.answer), answeredBy: actor.name, answeredAt: context.now })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', asked.id)
      .execute()
    await tx
      .updateTable('plan')
      .set({ frame: JSON.stringify(after.frame) })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', plan.id)
      .execute()
    await updateCommitments(tx, jurisdictionId, plan, after.commitments, context.now)
    const changed = new Set(after.commitments.map(({ id }) => id))
    await record({
      verb: 'question.answer',
      subject: { kind: 'question', id: asked.id },
      before: { answer: asked.answer, frame: plan.frame, commitments: commitments.filter(({ id }) => changed.has(id)) },
      after: { answer: input.answer, ...after },
    })
    return { question, ...after }
  })
}
