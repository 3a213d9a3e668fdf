import type { Db } from '#server/db/connect.ts'

/** Tells how far the order of a draw is worked out, for those who wait. No decision, so not journalled; false would change nothing. */
export async function noteProgress(
  db: Db,
  { jurisdictionId, drawId }: { readonly jurisdictionId: string; readonly drawId: string },
  done: number,
): Promise<void> {
  await db.updateTable('draw').set({ doneItems: done }).where('jurisdictionId', '=', jurisdictionId).where('id', '=', drawId).execute()
}
