import { evaluate } from '#core/occurrence/evaluate.ts'
import { viewOf } from '#core/occurrence/view.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadProofs } from '#server/ledger/evidence-count.ts'
import { keepPastOccurrences } from '#server/ledger/past-occurrences.ts'
import { keepStandings } from '#server/ledger/standing.ts'
import type { Past } from '#server/ledger/past-rows.ts'
import { loadTermsKnown } from '#server/occurrence/asked.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'

/** Up to so many commitments and records are worked out while one waits. */
const SMALL = { commitments: 400, records: 20_000 }

/** Whether a whole ledger is worked out in less than about two seconds. */
export async function isSmall(tx: Tx, jurisdictionId: string): Promise<boolean> {
  const counted = await tx
    .selectFrom('counting')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .limit(SMALL.commitments + 1)
    .execute()
  if (counted.length > SMALL.commitments) return false
  const { count } = await tx
    .selectFrom(
      tx
        .selectFrom('recordRevision')
        .select('id')
        .where('jurisdictionId', '=', jurisdictionId)
        .limit(SMALL.records + 1)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count) <= SMALL.records
}

/** Works out how everything stood on a past day, as it was known then or is now, and keeps the rows; saying that it is done is the caller's. `onProgress` hears of it in percent. */
export async function workOutPast(
  tx: Tx,
  jurisdictionId: string,
  { id, asOf, knownAt }: Past,
  onProgress: (percent: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const all = await loadTermsKnown(tx, jurisdictionId, knownAt)
  const ground = await loadGround(tx, jurisdictionId, all, { knownAt })
  const records = await loadRecordsFor(tx, jurisdictionId, all, ground, { isWithPast: knownAt !== null })
  const view = viewOf({ ...ground, records }, knownAt)
  const standings = await keepStandings(tx, jurisdictionId, asOf, { edition: id, proofs: await loadProofs(tx, jurisdictionId, knownAt) })
  const kept = keepPastOccurrences(tx, jurisdictionId, id, asOf)
  let told = 0
  for (const [index, terms] of all.entries()) {
    const occurrences = evaluate(terms, view, asOf)
    await standings.add(terms.commitment, terms, occurrences)
    await kept.add(terms.commitment, occurrences)
    const percent = Math.floor((index * 100) / all.length)
    if (percent < told + 5) continue
    told = percent
    await onProgress(percent)
  }
  await standings.end()
  await kept.end()
}
