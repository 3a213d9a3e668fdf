import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { isFor } from '#core/counting/is-for.ts'
import { addsSingly } from '#core/occurrence/adds-singly.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { referencesOf, relatedTo } from '#core/occurrence/related.ts'
import { keysOfRecord } from '#core/occurrence/view.ts'
import type { WorkRecord } from '#core/record/record.ts'
import { indexRoster } from '#core/roster/roster-index.ts'
import type { Terms } from '#core/terms/terms.ts'
import { addRelated } from '#server/counting/load.ts'
import { loadWatchers } from '#server/counting/watch.ts'
import type { Tx } from '#server/db/connect.ts'
import { recountWritten } from '#server/ledger/evidence-count.ts'
import { saveStanding } from '#server/ledger/standing.ts'
import { loadGround } from '#server/occurrence/facts.ts'
import { followAlone } from '#server/occurrence/follow-alone.ts'
import { followAmongOthers } from '#server/occurrence/follow-among-others.ts'
import { saveConsequences } from '#server/occurrence/follow-work.ts'
import { recompute } from '#server/occurrence/recompute.ts'
import { cachedOrganisation } from '#server/org/cached.ts'

/** A record as it stood before and as it stands after a write, or a ruling on one that was written. The clock is locked, everything is saved. */
export interface Written {
  readonly before: WorkRecord | null
  readonly after: WorkRecord
  /** The commitment a ruling is about; null where the record itself was written. */
  readonly ruledFor: CommitmentId | null
}

/** A commitment that the write may concern, with those of its occurrences that were evaluated again; their explanation names at least the record. */
export interface Followed {
  readonly commitment: CommitmentId
  readonly occurrences: readonly Occurrence[]
  /** Whether anything of it was evaluated again, so that it may stand otherwise now. */
  readonly isTouched: boolean
}

/** Evaluates again every occurrence that the write touches. Commitments that look at other registers, or at records of others only, are not named. */
export async function follow(tx: Tx, jurisdictionId: string, asOf: Day, written: Written): Promise<readonly Followed[]> {
  const { before, after, ruledFor } = written
  const { roster } = await cachedOrganisation(tx, jurisdictionId)
  const index = indexRoster(roster)
  const keys = new Set([after, ...(before === null ? [] : [before])].flatMap((record) => [...keysOfRecord(record, index)]))
  const watchers = await loadWatchers(tx, jurisdictionId, {
    register: after.register,
    keys: [...keys],
    commitments: ruledFor === null ? [] : [ruledFor],
    record: after.id,
  })
  const late = watchers.filter(({ evaluatedOn }) => evaluatedOn === null || evaluatedOn < asOf)
  if (late.length > 0) await recompute(tx, { jurisdictionId, asOf, only: new Set(late.map(({ terms }) => terms.commitment)) })
  const own = watchers.map(({ terms }) => terms)
  const known = new Map(own.map((terms) => [terms.commitment, terms]))
  await addRelated(tx, jurisdictionId, known, own.flatMap(referencesOf))
  const [alone, amongOthers] = [own.filter((terms) => addsSingly(terms, known)), own.filter((terms) => !addsSingly(terms, known))]
  // nobody can have ruled yet on what was just entered
  const facts = await loadGround(tx, jurisdictionId, [...known.values()], {
    ruled: { commitments: amongOthers.flatMap((terms) => relatedTo(terms, known)), record: before === null ? null : after.id },
  })
  const work = { tx, jurisdictionId, asOf, written, facts }
  const consequences = [...(await followAlone(work, alone)), ...(await followAmongOthers(work, amongOthers))]
  await saveConsequences(work, consequences)
  const followed = consequences.map(({ commitment, occurrences, isTouched }) => ({
    commitment,
    occurrences: occurrences.map(({ occurrence }) => occurrence),
    isTouched,
  }))
  const touched = new Set(followed.flatMap(({ commitment, isTouched }) => (isTouched ? [commitment] : [])))
  await saveStanding(
    tx,
    jurisdictionId,
    asOf,
    own.filter(({ commitment }) => touched.has(commitment)),
  )
  // what was just entered is linked to its files afterwards
  if (before !== null) await recountWritten(tx, jurisdictionId, { record: after.id, touched: [...touched] })
  return followed.filter(
    ({ commitment, occurrences }) => occurrences.length > 0 || commitment === ruledFor || counts(known.get(commitment), after),
  )
}

/** Whether a record is of a register that the commitment itself counts. */
function counts(terms: Terms | undefined, record: WorkRecord): boolean {
  return terms?.counting.sources.some((source) => isFor(record, source, terms.commitment)) ?? false
}
