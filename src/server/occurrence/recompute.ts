import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { viewOf } from '#core/occurrence/view.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadCountings } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import { keepStandings } from '#server/ledger/standing.ts'
import { type Difference, differenceOf, loadOccurrences, saveDifference } from '#server/occurrence/store.ts'

/** Whose occurrences: of all commitments that are defined, or of `only` these. */
interface Extent {
  readonly jurisdictionId: string
  readonly asOf: Day
  readonly only?: ReadonlySet<CommitmentId>
}

/** How one commitment's kept occurrences differ from a full evaluation of everything. */
export interface Found extends Difference {
  readonly commitment: CommitmentId
  readonly terms: Terms | null
  /** The occurrences that were worked out. */
  readonly fresh: readonly Occurrence[]
}

/** Works out all occurrences anew, commitment by commitment, and says how those kept differ. Writes nothing. */
export async function* compareAll(tx: Tx, { jurisdictionId, asOf, only }: Extent): AsyncGenerator<Found> {
  const countings = await loadCountings(tx, jurisdictionId)
  const terms = countings.flatMap((each) => (each.terms === null ? [] : [each.terms]))
  const asked = countings.filter(({ commitment }) => only?.has(commitment) ?? true)
  if (asked.length === 0) return
  const needed = asked.flatMap((each) => (each.terms === null ? [] : [each.terms]))
  const ground = await loadGround(tx, jurisdictionId, terms)
  const view = viewOf({ ...ground, records: await loadRecordsFor(tx, jurisdictionId, needed, ground) })
  for (const { commitment, terms: own } of asked) {
    const fresh = own === null ? [] : evaluate(own, view, asOf)
    yield { commitment, terms: own, fresh, ...differenceOf(await loadOccurrences(tx, jurisdictionId, commitment, asOf), fresh) }
  }
}

/** Works out occurrences anew and writes those that differ. The clock is locked. */
export async function recompute(tx: Tx, extent: Extent): Promise<void> {
  const standings = await keepStandings(tx, extent.jurisdictionId, extent.asOf)
  for await (const { commitment, terms, fresh, ...difference } of compareAll(tx, extent)) {
    await saveDifference(tx, extent.jurisdictionId, commitment, difference)
    await standings.add(commitment, terms, fresh)
  }
  await standings.end()
}
