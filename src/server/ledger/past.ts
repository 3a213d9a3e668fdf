import { evaluate } from '#core/occurrence/evaluate.ts'
import { portionsOf, subjectsOf } from '#core/occurrence/portions.ts'
import { relatedTo } from '#core/occurrence/related.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { locksAt, quartersCorrectedIn } from '#core/period-lock/corrected.ts'
import { loadTermsHeld } from '#server/counting/terms-held.ts'
import type { Tx } from '#server/db/connect.ts'
import { filesBehind, loadProofs } from '#server/ledger/evidence-count.ts'
import { keepPastOccurrences } from '#server/ledger/past-occurrences.ts'
import { keepStandings } from '#server/ledger/standing.ts'
import type { Past } from '#server/ledger/past-rows.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { lookBack } from '#server/moment/look-back.ts'
import { loadGround, loadRecordsFor, loadRoster } from '#server/occurrence/facts.ts'
import { loadLocks } from '#server/period-lock/stored.ts'

/** Up to so many commitments and records are worked out while one waits. */
const SMALL = { commitments: 400, records: 20_000 }

/** So many commitments go together; where every revision of a register is needed, all that look at it. */
const AT_ONCE = 500

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

/**
 * Works out how everything stood on a past day, as it was known then or is now, and keeps the rows; saying that it is done is the caller's. Portion by portion, so
 * that no more than the records of one register are at hand. `onProgress` hears of it in percent.
 */
export async function workOutPast(
  tx: Tx,
  jurisdictionId: string,
  { id, asOf, knownAt }: Past,
  onProgress: (percent: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const all = await loadTermsHeld(tx, jurisdictionId, { asOf, knownAt }, null)
  const { thresholds } = await loadLightSetting(lookBack(tx, jurisdictionId, { asOf, knownAt, edition: null }), jurisdictionId)
  const roster = await loadRoster(tx, jurisdictionId, knownAt)
  const locks = locksAt(await loadLocks(tx, jurisdictionId), knownAt)
  const proofs = await loadProofs(tx, jurisdictionId, knownAt)
  const standings = await keepStandings(tx, jurisdictionId, asOf, { edition: id, thresholds })
  const kept = keepPastOccurrences(tx, jurisdictionId, id, asOf)
  let [done, told] = [0, 0]
  for (const portion of portionsOf([...all.values()], knownAt === null ? AT_ONCE : Infinity)) {
    const related = new Map(portion.flatMap((terms) => relatedTo(terms, all)).map((terms) => [terms.commitment, terms]))
    const ground = await loadGround(tx, jurisdictionId, [...related.values()], { knownAt, roster })
    const subjects = subjectsOf(portion)
    const records = await loadRecordsFor(tx, jurisdictionId, portion, ground, { subjects, isWithPast: knownAt !== null })
    const view = viewOf({ ...ground, records }, knownAt)
    for (const terms of portion) {
      const occurrences = evaluate(terms, view, asOf)
      const files = filesBehind(occurrences, proofs)
      await standings.add(terms.commitment, terms, occurrences, { files, corrected: quartersCorrectedIn(occurrences, view.records, locks) })
      await kept.add(terms.commitment, occurrences)
    }
    done += portion.length
    const percent = Math.floor((done * 100) / all.size)
    // done is said by the caller
    if (percent < told + 2 || percent > 99) continue
    told = percent
    await onProgress(percent)
  }
  await standings.end()
  await kept.end()
}
