import { scopeTo } from '#server/db/connect.ts'
import { announce } from '#server/live/announce.ts'
import { workOutPast } from '#server/ledger/past.ts'
import { loadPast, savePastProgress } from '#server/ledger/past-rows.ts'
import { rollOne } from '#server/occurrence/every-jurisdiction.ts'
import type { Context } from '#server/verb/context.ts'

/** Works out the ledger of a past day, or brings today's forward. Stands being done twice. */
export async function runLedgerJob({ db, actor, asOf }: Context, edition: string | null): Promise<void> {
  const { jurisdictionId } = actor
  if (edition === null) {
    await rollOne(db, jurisdictionId, asOf)
    return
  }
  const past = await db.transaction().execute((tx) => loadPast(tx, jurisdictionId, edition))
  if (past === null) return
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await workOutPast(scopeTo(tx, jurisdictionId), jurisdictionId, past, (percent) =>
        // beside the transaction, so that it is seen
        db.transaction().execute((beside) => savePastProgress(beside, jurisdictionId, edition, percent)),
      )
      await announce(tx, jurisdictionId, ['ledger'])
    })
}
