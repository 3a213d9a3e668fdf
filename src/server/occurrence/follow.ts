import { laterOf } from '#core/calendar/months.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { isFor } from '#core/counting/is-for.ts'
import { type Brief, standingOf } from '#core/ledger/standing.ts'
import type { Thresholds } from '#core/light/light.ts'
import { addsByDay, addsSingly } from '#core/occurrence/adds-singly.ts'
import type { Occurrence, OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { referencesOf, relatedTo } from '#core/occurrence/related.ts'
import { keysOfRecord } from '#core/occurrence/view.ts'
import type { WorkRecord } from '#core/record/record.ts'
import { indexRoster } from '#core/roster/roster-index.ts'
import type { Terms } from '#core/terms/terms.ts'
import { addRelated } from '#server/counting/load.ts'
import { loadWatchers, type Named } from '#server/counting/watch.ts'
import type { Tx } from '#server/db/connect.ts'
import { recountEvidence } from '#server/ledger/evidence-count.ts'
import type { Stands } from '#server/ledger/standing-rows.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { nameOf, type Place } from '#server/occurrence/credits.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import { followAlone } from '#server/occurrence/follow-alone.ts'
import { followAmongOthers } from '#server/occurrence/follow-among-others.ts'
import { daysOf, followByDay } from '#server/occurrence/follow-by-day.ts'
import { type Consequence, keysOf, saveConsequences, viewsOf, type Work } from '#server/occurrence/follow-work.ts'
import { type Kept, loadKept } from '#server/occurrence/kept.ts'
import { needsAllToFind } from '#server/occurrence/reach.ts'
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
export interface Followed extends Named {
  readonly commitment: CommitmentId
  readonly terms: Pick<Terms, 'target'>
  readonly occurrences: readonly Occurrence[]
}

/** Evaluates again every occurrence that the write touches. Commitments that look at other registers, or at records of others only, are not named. */
export async function follow(tx: Tx, jurisdictionId: string, today: Day, written: Written): Promise<readonly Followed[]> {
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
  // what stands as of a later day stays so: the clock was put back, or midnight passed while this write waited for its turn
  const asOf = watchers.reduce((latest, { evaluatedOn }) => (evaluatedOn === null ? latest : laterOf(latest, evaluatedOn)), today)
  const late = watchers.filter(({ evaluatedOn }) => evaluatedOn === null || evaluatedOn < asOf)
  if (late.length > 0) await recompute(tx, { jurisdictionId, asOf, only: new Set(late.map(({ terms }) => terms.commitment)) })
  const own = watchers.map(({ terms }) => terms)
  const known = new Map(own.map((terms) => [terms.commitment, terms]))
  const references = own.flatMap(referencesOf)
  await addRelated(tx, jurisdictionId, known, references)
  const isSingle = (terms: Terms): boolean => addsSingly(terms, known)
  // what is referred to may be ruled on, too
  const mayBeRuled = references.length > 0 || watchers.some(({ isRuled }) => isRuled)
  const facts = await loadGround(tx, jurisdictionId, [...known.values()], {
    ruled: mayBeRuled
      ? { commitments: own.filter((terms) => !isSingle(terms)).flatMap((terms) => relatedTo(terms, known)), record: after.id }
      : { commitments: [], record: null },
  })
  const work = { tx, jurisdictionId, asOf, written, facts }
  // what was just worked out holds what is written now, and a ruling may be about other days
  const isByDay = (terms: Terms): boolean => ruledFor === null && late.every((each) => each.terms !== terms) && addsByDay(terms, known)
  const touched: Reached[] = []
  for (const terms of own) touched.push(await reach(work, terms, isSingle(terms) ? 'single' : isByDay(terms) ? 'day' : 'whole'))
  const kept = await loadKept(tx, jurisdictionId, asOf, {
    records: [after.id, ...touched.flatMap(({ neighbours }) => neighbours.map(({ id }) => id))],
    alone: touched.flatMap((each) => (each.by === 'whole' ? [] : placesOf(each))),
    amongOthers: touched.flatMap((each) => (each.by === 'whole' ? placesOf(each) : [])),
  })
  const consequences: Consequence[] = []
  for (const each of touched) consequences.push(await followOne(work, each, kept))
  const { thresholds } = await loadLightSetting(tx, jurisdictionId)
  const stands = consequences.flatMap((each) =>
    each.isTouched ? standsAfter(known.get(each.commitment), each, kept, asOf, thresholds) : [],
  )
  if (stands.length > 0) await saveConsequences(work, consequences, stands)
  // what was just entered is linked to its files afterwards
  if (before !== null && watchers.some(({ isProven }) => isProven))
    await recountEvidence(
      tx,
      jurisdictionId,
      stands.map(({ commitment }) => commitment),
    )
  return consequences.flatMap(({ commitment, occurrences }, at) => {
    const watcher = watchers[at]
    const isNamed = occurrences.length > 0 || commitment === ruledFor || counts(watcher?.terms, after)
    return watcher === undefined || !isNamed
      ? []
      : [{ ...watcher, commitment, occurrences: occurrences.map(({ occurrence }) => occurrence) }]
  })
}

/** A commitment that a write may touch, with those of its occurrences that it does. */
interface Reached {
  readonly terms: Terms
  /** Each record adds by itself, each day stands for itself, or all must be seen. */
  readonly by: 'single' | 'day' | 'whole'
  readonly keys: readonly OccurrenceKey[]
  /** All records that it is evaluated from, where its occurrences exist by records (每案, 收到之日起); else null. */
  readonly all: readonly WorkRecord[] | null
  /** Where each day stands for itself: who else lies on the days that are touched. */
  readonly neighbours: readonly WorkRecord[]
}

async function reach(work: Work, terms: Terms, by: Reached['by']): Promise<Reached> {
  const { tx, jurisdictionId, facts, written } = work
  const all = needsAllToFind(terms) ? await loadRecordsFor(tx, jurisdictionId, [terms], facts) : null
  const keys = keysOf(work, terms, viewsOf(work, facts, all ?? []))
  const subjects = [...new Set(keys.map(({ subject }) => subject))]
  const isAlone = by !== 'day' || keys.length === 0
  const near = isAlone ? [] : await loadRecordsFor(tx, jurisdictionId, [terms], facts, { subjects, ...daysOf(written) })
  return { terms, by, keys, all, neighbours: near.filter(({ id }) => id !== written.after.id) }
}

async function followOne(work: Work, reached: Reached, kept: Kept): Promise<Consequence> {
  const { by, terms, keys } = reached
  if (by === 'single') return followAlone(work, terms, keys, kept)
  if (by === 'whole') return followAmongOthers(work, terms, reached, kept)
  const byDay = followByDay(work, terms, reached, kept)
  if (byDay !== null) return byDay
  const whole = { records: [], alone: [], amongOthers: placesOf(reached) }
  return followAmongOthers(work, terms, reached, await loadKept(work.tx, work.jurisdictionId, work.asOf, whole))
}

function placesOf({ terms: { commitment }, keys }: Reached): readonly Place[] {
  return keys.map((key) => ({ commitment, ...key }))
}

/** How a commitment stands when its occurrences have changed. */
function standsAfter(
  terms: Terms | undefined,
  { commitment, occurrences, gone }: Consequence,
  kept: Kept,
  asOf: Day,
  thresholds: Thresholds,
): readonly Stands[] {
  if (terms === undefined) return []
  const briefs = new Map([...(kept.get(commitment) ?? [])].map(([name, { brief }]): [string, Brief] => [name, brief]))
  for (const key of gone) briefs.delete(nameOf(commitment, key))
  for (const { occurrence, isBegun } of occurrences)
    briefs.set(nameOf(commitment, { subject: occurrence.subject, period: occurrence.period.key }), { ...occurrence, isBegun })
  return [{ commitment, standing: standingOf(terms, [...briefs.values()], asOf, thresholds) }]
}

/** Whether a record is of a register that the commitment itself counts. */
function counts(terms: Terms | undefined, record: WorkRecord): boolean {
  return terms?.counting.sources.some((source) => isFor(record, source, terms.commitment)) ?? false
}
