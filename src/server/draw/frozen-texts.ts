import type { Tx } from '#server/db/connect.ts'
import type { Files } from '#server/files/store.ts'
import { readStoredFile } from '#server/files/stored-file.ts'
import type { Context } from '#server/verb/context.ts'

/** The frozen texts of a draw, part by part. */
export async function frozenTexts(tx: Tx, context: Pick<Context, 'actor'>, files: Files, drawId: string): Promise<readonly string[]> {
  const parts = await tx
    .selectFrom('drawPart')
    .select('fileId')
    .where('jurisdictionId', '=', context.actor.jurisdictionId)
    .where('drawId', '=', drawId)
    .orderBy('part')
    .execute()
  const texts: string[] = []
  for (const { fileId } of parts) texts.push((await readStoredFile(tx, context, files, fileId)).content.toString())
  return texts
}
