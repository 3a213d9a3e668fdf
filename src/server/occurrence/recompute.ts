import { laterOf } from '#core/calendar/months.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { addsSingly } from '#core/occurrence/adds-singly.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { type View, viewOf } from '#core/occurrence/view.ts'
import { oneSubjectOf } from '#core/occurrence/watches.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadTermsWithRelated } from '#server/counting/load.ts'
import { refreshWatches } from '#server/counting/watch.ts'
import type { Tx } from '#server/db/connect.ts'
import { keepStandings } from '#server/ledger/standing.ts'
import { type Batch, batchesOf } from '#server/occurrence/batches.ts'
import { loadClocks, setClocks } from '#server/occurrence/counting-clock.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import { regrow } from '#server/occurrence/growth.ts'
import { type Difference, differenceOf, inOrder, loadOccurrencesOf, saveDifference } from '#server/occurrence/store.ts'

/** How one commitment's kept occurrences differ from a full evaluation of everything. */
export interface Found extends Difference {
  readonly commitment: CommitmentId
  readonly terms: Terms | null
  readonly asOf: Day
  /** The occurrences that were worked out. */
  readonly fresh: readonly Occurrence[]
  /** Each record adds to it by itself: what grew by day is kept. */
  readonly isSingle: boolean
}

/** Works out all occurrences of some commitments anew, as of a day or of the later one they stand as of, and says how those kept differ. Writes nothing. */
export async function compareBatch(tx: Tx, jurisdictionId: string, batch: Batch, asOf: Day): Promise<readonly Found[]> {
  const known = await loadTermsWithRelated(tx, jurisdictionId, batch)
  const clocks = await loadClocks(tx, jurisdictionId, batch)
  const dayOf = (commitment: CommitmentId): Day => laterOf(clocks.get(commitment) ?? asOf, asOf)
  const own = batch.flatMap((commitment) => known.get(commitment) ?? [])
  const view = await loadView(tx, jurisdictionId, own, [...known.values()])
  const kept = await loadOccurrencesOf(tx, jurisdictionId, batch, dayOf)
  return batch.map((commitment) => {
    const terms = known.get(commitment) ?? null
    const fresh = terms === null ? [] : evaluate(terms, view, dayOf(commitment)).map(inOrder)
    const isSingle = terms !== null && addsSingly(terms, known)
    return { commitment, terms, asOf: dayOf(commitment), fresh, isSingle, ...differenceOf(kept.get(commitment) ?? [], fresh) }
  })
}

/** All that some commitments are evaluated from; of the records only those of their subjects where each holds for one alone. */
async function loadView(tx: Tx, jurisdictionId: string, own: readonly Terms[], known: readonly Terms[]): Promise<View> {
  const ground = await loadGround(tx, jurisdictionId, known)
  const subjects = own.map(({ scope }) => oneSubjectOf(scope))
  const records = await loadRecordsFor(tx, jurisdictionId, own, ground, { subjects: subjects.includes('') ? null : [...new Set(subjects)] })
  return viewOf({ ...ground, records })
}

/** Works out the occurrences of some commitments anew, writes what differs, and says what it was. The clock is locked. */
export async function recomputeBatch(tx: Tx, jurisdictionId: string, batch: Batch, asOf: Day): Promise<readonly Found[]> {
  const found = await compareBatch(tx, jurisdictionId, batch, asOf)
  await saveDifference(
    tx,
    jurisdictionId,
    found.filter(({ changed, gone }) => changed.length + gone.length > 0),
  )
  await regrow(tx, jurisdictionId, byGrowth(found))
  for (const [day, several] of Map.groupBy(found, (each) => each.asOf)) {
    const standings = await keepStandings(tx, jurisdictionId, day)
    for (const { commitment, terms, fresh } of several) await standings.add(commitment, terms, fresh)
    await standings.end()
  }
  await setClocks(tx, jurisdictionId, new Map(found.map((each) => [each.commitment, each.asOf])))
  return found
}

/** Which of some commitments keep what grew by day. */
export function byGrowth(found: readonly Found[]): { readonly single: readonly CommitmentId[]; readonly others: readonly CommitmentId[] } {
  const [single, others] = [found.filter(({ isSingle }) => isSingle), found.filter(({ isSingle }) => !isSingle)]
  return { single: single.map(({ commitment }) => commitment), others: others.map(({ commitment }) => commitment) }
}

/** Whose occurrences: of all commitments that are defined, or of `only` these. */
interface Extent {
  readonly jurisdictionId: string
  readonly asOf: Day
  readonly only?: ReadonlySet<CommitmentId>
}

/** Works out occurrences anew and writes those that differ, all in one transaction: what was changed in it counts at once. The clock is locked. */
export async function recompute(tx: Tx, { jurisdictionId, asOf, only }: Extent): Promise<void> {
  if (only?.size === 0) return
  await noteMissingWatches(tx, jurisdictionId)
  for (const batch of await batchesOf(tx, jurisdictionId, only ?? null)) await recomputeBatch(tx, jurisdictionId, batch, asOf)
}

/** Notes what those commitments look at that were never evaluated: they may be older than these notes. */
export async function noteMissingWatches(tx: Tx, jurisdictionId: string): Promise<void> {
  const rows = await tx
    .selectFrom('counting')
    .leftJoin('countingClock', (join) =>
      join
        .onRef('countingClock.jurisdictionId', '=', 'counting.jurisdictionId')
        .onRef('countingClock.commitmentId', '=', 'counting.commitmentId'),
    )
    .select('counting.commitmentId')
    .where('counting.jurisdictionId', '=', jurisdictionId)
    .where('countingClock.commitmentId', 'is', null)
    .execute()
  await refreshWatches(
    tx,
    jurisdictionId,
    rows.map(({ commitmentId }) => CommitmentId.parse(commitmentId)),
  )
}
