import type { Tx } from '#server/db/connect.ts'
import type { loadRevision } from '#server/revision/stored.ts'
import type { Context } from '#server/verb/context.ts'

interface Applied {
  readonly plan: { readonly id: string }
  readonly revision: Awaited<ReturnType<typeof loadRevision>>
  /** As which revision it stands from now on. */
  readonly number: number
  readonly confirmed: readonly string[]
}

/** Makes a document the current revision of its plan; other documents that wait for it were held against an earlier one. */
export async function saveDocument(tx: Tx, { actor, now, newId }: Context, { plan, revision, number, confirmed }: Applied): Promise<void> {
  const { jurisdictionId } = actor
  const { id, fileId, fileName, text, blocks, revisions, title, draft } = revision
  if (fileId === null) throw new Error('an open revision has its file')
  await tx
    .insertInto('planDocument')
    .values({
      jurisdictionId,
      id: newId(),
      planId: plan.id,
      revision: number,
      fileId,
      fileName,
      text,
      blocks: JSON.stringify(blocks),
      revisions: JSON.stringify(revisions),
    })
    .execute()
  await tx
    .updateTable('plan')
    .set({ title, diagnostics: JSON.stringify(draft.diagnostics) })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', plan.id)
    .execute()
  const settled = { settledAt: now, settledByName: actor.name }
  await tx
    .updateTable('planRevision')
    .set({ state: 'applied', revision: number, confirmed: [...confirmed], ...settled })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('planRevision')
    .set({ state: 'superseded', ...settled })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', plan.id)
    .where('state', '=', 'open')
    .execute()
}
