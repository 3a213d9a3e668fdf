import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { Occurrence, OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { type Change, registersOf, touchedKeys } from '#core/occurrence/touched-keys.ts'
import { type Facts, viewOf } from '#core/occurrence/view.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadCountings } from '#server/counting/load.ts'
import type { Tx } from '#server/db/connect.ts'
import { saveStanding } from '#server/ledger/standing.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import { looksBack, reachOf } from '#server/occurrence/reach.ts'
import { saveDifference } from '#server/occurrence/store.ts'

/** A record as it stood before and as it stands after a write, or a ruling on one that was written. The clock is locked, everything is saved. */
export interface Written {
  readonly before: WorkRecord | null
  readonly after: WorkRecord
  /** The commitment a ruling is about; null where the record itself was written. */
  readonly ruledFor: CommitmentId | null
}

/** A commitment that the write may concern, with those of its occurrences that were evaluated again. */
export interface Followed {
  readonly commitment: CommitmentId
  readonly occurrences: readonly Occurrence[]
  /** Whether anything of it was evaluated again, so that it may stand otherwise now. */
  readonly isTouched: boolean
}

/** Evaluates again every occurrence that the write touches. Commitments that look at other registers are not named. */
export async function follow(tx: Tx, jurisdictionId: string, asOf: Day, written: Written): Promise<readonly Followed[]> {
  const countings = await loadCountings(tx, jurisdictionId)
  const all = countings.flatMap(({ terms }) => (terms === null ? [] : [terms]))
  const ground = await loadGround(tx, jurisdictionId, all)
  const bare = viewOf(ground)
  const isRuled = ground.rulings.some((ruling) => ruling.record === written.after.id)
  const followed: Followed[] = []
  for (const terms of all)
    if (isRuled || registersOf(terms, bare).has(written.after.register))
      followed.push(await followOne(tx, jurisdictionId, asOf, { terms, ground, written }))
  const touched = new Set(followed.flatMap(({ commitment, isTouched }) => (isTouched ? [commitment] : [])))
  await saveStanding(
    tx,
    jurisdictionId,
    asOf,
    all.filter(({ commitment }) => touched.has(commitment)),
  )
  return followed.filter(
    ({ commitment, occurrences }) => occurrences.length > 0 || commitment === written.ruledFor || counts(commitment, all, written.after),
  )
}

/** Whether a record is of a register that the commitment itself counts. */
function counts(commitment: CommitmentId, all: readonly Terms[], { register }: WorkRecord): boolean {
  const terms = all.find((each) => each.commitment === commitment)
  return terms?.counting.sources.some((source) => source.register === register) ?? false
}

interface One {
  readonly terms: Terms
  readonly ground: Facts
  readonly written: Written
}

async function followOne(tx: Tx, jurisdictionId: string, asOf: Day, one: One): Promise<Followed> {
  const { terms, ground } = one
  // what exists by records (每案, 收到之日起) is found among all of them; all else by the record alone
  const records = looksBack(terms) ? await loadRecordsFor(tx, jurisdictionId, [terms], ground) : []
  const keys = keysOf(one, records, asOf)
  const { commitment } = terms
  if (keys.length === 0) return { commitment, occurrences: [], isTouched: false }
  const from = reachOf(terms, keys, viewOf({ ...ground, records: [...othersOf(records, one), one.written.after] }), asOf)
  const needed = looksBack(terms) ? records : await loadRecordsFor(tx, jurisdictionId, [terms], ground, { from })
  // beside those of its period the record itself, wherever it now lies
  const view = viewOf({ ...ground, records: [...othersOf(needed, one), one.written.after] })
  const found = keys.map((key) => ({ key, occurrence: evaluateKey(terms, key, view, asOf) }))
  const changed = found.flatMap(({ occurrence }) => (occurrence === null ? [] : [occurrence]))
  const gone = found.flatMap(({ key, occurrence }) => (occurrence === null ? [key] : []))
  await saveDifference(tx, jurisdictionId, commitment, { changed, gone })
  return { commitment, occurrences: changed, isTouched: true }
}

function othersOf(records: readonly WorkRecord[], { written }: One): readonly WorkRecord[] {
  return records.filter(({ id }) => id !== written.after.id)
}

function keysOf(one: One, records: readonly WorkRecord[], asOf: Day): readonly OccurrenceKey[] {
  const { terms, ground, written } = one
  const others = othersOf(records, one)
  const { before, after, ruledFor } = written
  const earlier = viewOf({ ...ground, records: before === null ? others : [...others, before] })
  const later = viewOf({ ...ground, records: [...others, after] })
  const change: Change =
    ruledFor === null ? { kind: 'record', record: after.id } : { kind: 'ruling', commitment: ruledFor, record: after.id }
  const keys = touchedKeys(terms, change, earlier, later, asOf)
  if (keys === 'all') throw new Error('a record touches single occurrences')
  return keys
}
