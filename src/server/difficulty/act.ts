import type { DifficultyView } from '#contract/difficulty.ts'
import type { Day } from '#core/day/day.ts'
import { actOnDifficulty } from '#core/difficulty/decisions.ts'
import type { DifficultyAct, DifficultyBody } from '#core/difficulty/difficulty.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { saveStep, viewAfter } from '#server/difficulty/save.ts'
import { loadDifficulties } from '#server/difficulty/stored.ts'
import { partyOf } from '#server/difficulty/view.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Asked {
  readonly id: string
  readonly version: number
  readonly act: DifficultyAct
  readonly note: string
  readonly body: DifficultyBody | null
  readonly day: Day | null
}

/** How the journal calls each act. */
const JOURNAL = {
  answer: { verb: 'difficulty.answer' },
  escalate: { verb: 'difficulty.escalate' },
  decide: { verb: 'difficulty.decide' },
  contest: { verb: 'difficulty.contest' },
  settle: { verb: 'difficulty.settle' },
  withdraw: { verb: 'difficulty.withdraw' },
} as const satisfies Record<DifficultyAct, { readonly verb: string }>

/** 答复, 提交会议, 登记决定, 不认可, 办结, 撤回. */
export async function actOn(context: Context, { id, version, act, note, body, day }: Asked): Promise<DifficultyView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('difficulty:act')
    const { jurisdictionId } = actor
    const seen = await scope()
    await tx
      .selectFrom('difficulty')
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const [before] = await loadDifficulties(tx, seen, { id })
    if (before === undefined) throw new AppError('NOT_FOUND')
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    const state = accepted(actOnDifficulty(before.state, act, partyOf(before, seen), { note, day, today: context.asOf }))
    if (act === 'escalate' && body === null) accepted(refuse('body-needed'))
    const isAnswer = act === 'answer' || act === 'decide'
    const set = {
      version: version + 1,
      state,
      changedAt: context.now,
      body: act === 'escalate' ? body : act === 'contest' ? null : before.body,
      answer: isAnswer ? note : act === 'contest' ? null : before.answer,
      answerBy: act === 'contest' && day !== null ? day : before.answerBy,
    }
    await tx.updateTable('difficulty').set(set).where('jurisdictionId', '=', jurisdictionId).where('id', '=', id).execute()
    await saveStep(tx, context, id, {
      kind: act,
      note,
      body: act === 'escalate' ? body : act === 'decide' ? before.body : null,
      heldOn: act === 'decide' ? day : null,
    })
    await record({
      ...JOURNAL[act],
      subject: { kind: 'difficulty', id },
      before: { state: before.state, answer: before.answer, answerBy: before.answerBy },
      after: { commitment: before.ref, state, note, body: set.body, day },
    })
    return viewAfter(tx, seen, context.asOf, id)
  })
}
