import { unfinishedStates } from '#core/plan/plan-import.ts'
import { emptyFrame } from '#core/plan/plan.ts'
import { insertCommitments } from '#server/commitment/insert.ts'
import type { Tx } from '#server/db/connect.ts'
import { plansAlike, saveSketch, sketchOfRead } from '#server/import/alike.ts'
import { type LoadedImport, lockImport } from '#server/import/lock-import.ts'
import type { ReadPlan } from '#server/import/read-plan.ts'
import { type NewPlan, newPlan } from '#server/import/new-plan.ts'
import { insertClauses, insertQuestions } from '#server/import/insert-outline.ts'
import { insertUses } from '#server/phrase-rule/uses.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Saves what was read as a plan, all in one transaction. Does nothing where the import has ended meanwhile. */
export async function savePlan(context: Context, importId: string, read: ReadPlan): Promise<void> {
  const plan = newPlan(read, context.newId)
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('plan:import')
    const imported = await lockImport(tx, actor.jurisdictionId, importId)
    const subject = { kind: 'plan', id: plan.id }
    if (!unfinishedStates.some((state) => state === imported.state)) {
      // another process was first, or it was cancelled: what came too late is all there is to say
      await record({ verb: 'import.late', subject: { kind: 'import', id: importId }, before: imported })
      return
    }
    const sketch = sketchOfRead({ text: read.document.text, clauses: read.draft.clauses, commitments: read.draft.commitments })
    const alike = await plansAlike(tx, actor.jurisdictionId, { title: plan.title, sketch })
    await insertPlan(tx, context, imported, read, plan)
    await saveSketch(tx, actor.jurisdictionId, plan.id, sketch)
    await tx
      .updateTable('planImport')
      .set({ state: 'done', progress: 100, planId: plan.id, alike: JSON.stringify(alike), changedAt: context.now })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', importId)
      .execute()
    const counts = { clauses: plan.clauses.length, commitments: plan.commitments.length, questions: plan.questions.length }
    await record({ verb: 'plan.import', subject, after: { importId, title: plan.title, fileName: imported.fileName, ...counts } })
  })
}

async function insertPlan(
  tx: Tx,
  { actor, now, newId }: Context,
  { fileId, fileName }: LoadedImport,
  { document, draft }: ReadPlan,
  plan: NewPlan,
): Promise<void> {
  const { jurisdictionId } = actor
  if (fileId === null) throw new Error('an unfinished import has its file')
  await tx
    .insertInto('plan')
    .values({
      jurisdictionId,
      id: plan.id,
      title: plan.title,
      frame: JSON.stringify(emptyFrame),
      diagnostics: JSON.stringify(draft.diagnostics),
      importedAt: now,
      importedBy: actor.accountId,
      importedByName: actor.name,
    })
    .execute()
  await tx
    .insertInto('planDocument')
    .values({
      jurisdictionId,
      id: newId(),
      planId: plan.id,
      revision: 1,
      fileId,
      fileName,
      text: document.text,
      blocks: JSON.stringify(document.blocks),
      revisions: JSON.stringify(document.revisions),
    })
    .execute()
  await insertClauses(tx, jurisdictionId, plan)
  await insertCommitments(tx, jurisdictionId, document.text, plan.commitments, now)
  await insertQuestions(tx, jurisdictionId, plan)
  await insertUses(tx, jurisdictionId, { planId: plan.id, text: document.text, draft })
}
