import type { Tx } from '#server/db/connect.ts'

/** The current document of a plan. */
export async function loadDocument(tx: Tx, jurisdictionId: string, planId: string) {
  return tx
    .selectFrom('planDocument')
    .select(['revision', 'fileId', 'fileName', 'text', 'blocks', 'revisions'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}
