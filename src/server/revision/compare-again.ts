import { lockPlan } from '#server/plan/load.ts'
import { AppError } from '#server/platform/errors.ts'
import { holdAgainst } from '#server/revision/hold-against.ts'
import { loadRead } from '#server/revision/load-read.ts'
import { renewDraft } from '#server/revision/renew-draft.ts'
import { loadRevision } from '#server/revision/stored.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 再次比对: a version that was applied in part, or that another one came before, is held against the plan as it stands now; what is left can be applied then. */
export async function compareAgain(
  context: Context,
  input: { readonly planId: string; readonly id: string },
): Promise<{ readonly id: string }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:import')
    await lockPlan(tx, jurisdictionId, input.planId)
    const former = await loadRevision(tx, jurisdictionId, input)
    const { state, fileId, fileName, text, blocks, revisions } = former
    if (fileId === null || (state !== 'applied' && state !== 'superseded')) throw new AppError('CONFLICT', { version: former.base })
    const plan = await loadRead(tx, jurisdictionId, input.planId)
    const draft = renewDraft(former.draft, context.newId)
    const { id, ...counts } = await holdAgainst(tx, context, plan, { document: { fileId, fileName, text, blocks, revisions }, draft })
    await record({
      verb: 'revision.compare-again',
      subject: { kind: 'plan', id: input.planId },
      after: { id, again: input.id, ...counts },
    })
    return { id }
  })
}
