import type { Tx } from '#server/db/connect.ts'

/**
 * Deletes the rows of a plan, what refers before what is referred to; gives the files of its documents. `into`: the plan that its document goes to, to which its
 * import leads from now on; null where it is gone.
 */
export async function deletePlanRows(tx: Tx, jurisdictionId: string, planId: string, into: string | null): Promise<readonly string[]> {
  await tx
    .updateTable('planImport')
    .set(into === null ? { planId: null, fileId: null } : { planId: into })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .execute()
  const files: string[] = []
  for (const table of ['planDocument', 'planRevision'] as const) {
    const rows = await tx
      .deleteFrom(table)
      .where('jurisdictionId', '=', jurisdictionId)
      .where('planId', '=', planId)
      .returning('fileId')
      .execute()
    files.push(...rows.flatMap(({ fileId }) => fileId ?? []))
  }
  for (const table of ['question', 'ledgerEntry', 'commitment', 'clause'] as const)
    await tx.deleteFrom(table).where('jurisdictionId', '=', jurisdictionId).where('planId', '=', planId).execute()
  await tx.deleteFrom('plan').where('jurisdictionId', '=', jurisdictionId).where('id', '=', planId).execute()
  return files
}
