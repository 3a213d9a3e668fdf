import { refuse } from '#core/outcome/outcome.ts'
import { takeOver } from '#core/revision/take-over.ts'
import { accepted } from '#server/plan/accepted.ts'
import { deletePlanRows } from '#server/plan/delete-rows.ts'
import { lockPlan } from '#server/plan/load.ts'
import { holdAgainst } from '#server/revision/hold-against.ts'
import { loadRead } from '#server/revision/load-read.ts'
import type { StoredDraft } from '#server/revision/stored.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 导入新版本并比对: the document of a plan that was just imported is held against another plan; that plan goes, and its document waits for a person. */
export async function compareRevision(
  context: Context,
  input: { readonly planId: string; readonly from: string },
): Promise<{ readonly id: string }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('plan:import')
    // always in one order: two that compare crosswise do not wait for each other
    for (const id of [input.planId, input.from].toSorted()) await lockPlan(tx, jurisdictionId, id)
    const [plan, from] = [await loadRead(tx, jurisdictionId, input.planId), await loadRead(tx, jurisdictionId, input.from)]
    if (plan.document.fileId === null) accepted(refuse('plan-of-findings'))
    const answered = from.questions.filter(({ answer }) => answer !== null).length
    accepted(takeOver(input.planId, { id: input.from, commitments: from.commitments, answered }))
    const draft: StoredDraft = {
      title: from.title,
      clauses: from.clauses,
      commitments: from.side.commitments,
      questions: from.questions.map(({ id, code, commitments, span, params, suggestions }) => ({
        id,
        code,
        commitments,
        span,
        params,
        suggestions,
      })),
      diagnostics: from.diagnostics,
    }
    await deletePlanRows(tx, jurisdictionId, input.from, input.planId)
    const { id, ...counts } = await holdAgainst(tx, context, plan, { document: from.document, draft })
    await record({
      verb: 'revision.compare',
      subject: { kind: 'plan', id: input.planId },
      after: { id, from: input.from, ...counts },
    })
    return { id }
  })
}
