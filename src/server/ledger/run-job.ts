import { type Db, scopeTo, type Tx } from '#server/db/connect.ts'
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
  const past = await alone(db, (tx) => loadPast(tx, jurisdictionId, edition))
  if (past === null) return
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) =>
      // how far it is stands beside the transaction, so that it is seen
      workOutPast(scopeTo(tx, jurisdictionId), jurisdictionId, past, (percent) =>
        alone(db, (beside) => savePastProgress(beside, jurisdictionId, edition, percent)),
      ),
    )
  await alone(db, async (tx) => {
    await savePastProgress(tx, jurisdictionId, edition, 100)
    await announce(tx, jurisdictionId, ['ledger'])
  })
}

function alone<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}
