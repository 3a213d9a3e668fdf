import * as z from 'zod'
import { fold } from '#compiler/source/fold.ts'
import type { Diagnostic } from '#core/draft/draft.ts'
import { compareDrafts } from '#core/revision/compare-drafts.ts'
import { pairsToConfirm } from '#core/revision/pairs-to-confirm.ts'
import { planSide } from '#core/revision/plan-side.ts'
import { shownComparison } from '#core/revision/shown.ts'
import type { Side } from '#core/revision/side.ts'
import { takeOver } from '#core/revision/take-over.ts'
import { loadCommitments } from '#server/commitment/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { accepted } from '#server/plan/accepted.ts'
import { loadClauses } from '#server/plan/clauses.ts'
import { deletePlanRows } from '#server/plan/delete-rows.ts'
import { lockPlan } from '#server/plan/load.ts'
import { loadQuestions } from '#server/question/load.ts'
import { loadDocument } from '#server/revision/document.ts'
import type { StoredDraft } from '#server/revision/stored.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

// written by the import from what the compiler made
const diagnosticsColumn = z.custom<readonly Diagnostic[]>()

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
    const answered = from.questions.filter(({ answer }) => answer !== null).length
    accepted(takeOver(input.planId, { id: input.from, commitments: from.commitments, answered }))
    const found = compareDrafts(folded(plan.side), folded(from.side))
    const comparison = { ...found, pairs: pairsToConfirm(found.pairs, plan.commitments) }
    const counts = Object.fromEntries([...Map.groupBy(comparison.pairs, ({ kind }) => kind)].map(([kind, pairs]) => [kind, pairs.length]))
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
    const { revision: base } = plan.document
    const { fileId, fileName, text, blocks, revisions } = from.document
    const id = context.newId()
    await deletePlanRows(tx, jurisdictionId, input.from, input.planId)
    await tx
      .insertInto('planRevision')
      .values({
        jurisdictionId,
        id,
        planId: input.planId,
        base,
        state: 'open',
        fileId,
        fileName,
        title: from.title,
        text,
        blocks: JSON.stringify(blocks),
        revisions: JSON.stringify(revisions),
        draft: JSON.stringify(draft),
        comparison: JSON.stringify(shownComparison(comparison, plan.side, from.side)),
        comparedAt: context.now,
        comparedBy: actor.accountId,
        comparedByName: actor.name,
        settledAt: null,
        settledByName: null,
        confirmed: null,
        revision: null,
      })
      .execute()
    await record({
      verb: 'revision.compare',
      subject: { kind: 'plan', id: input.planId },
      after: { id, from: input.from, fileName, base, ...counts },
    })
    return { id }
  })
}

/** A plan as its current document was read. */
async function loadRead(tx: Tx, jurisdictionId: string, planId: string) {
  const where = { jurisdictionId, planId }
  const row = await tx
    .selectFrom('plan')
    .select(['title', 'diagnostics'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const document = await loadDocument(tx, jurisdictionId, planId)
  const [clauses, commitments] = [await loadClauses(tx, where), await loadCommitments(tx, where)]
  const side = planSide({ text: document.text, clauses, commitments })
  const questions = await loadQuestions(tx, where)
  return { title: row.title, diagnostics: diagnosticsColumn.parse(row.diagnostics), document, clauses, commitments, questions, side }
}

function folded(side: Side): Side {
  return { ...side, text: fold(side.text) }
}
