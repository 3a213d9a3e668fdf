import { laterOf } from '#core/calendar/months.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Db, Tx } from '#server/db/connect.ts'
import { checkStandings } from '#server/ledger/check-standings.ts'
import { announce } from '#server/live/announce.ts'
import { type Batch, batchesOf } from '#server/occurrence/batches.ts'
import { loadClock, lockClock, setClock } from '#server/occurrence/clock.ts'
import { loadClocks } from '#server/occurrence/counting-clock.ts'
import { wrongGrowth } from '#server/occurrence/growth.ts'
import { byGrowth, compareBatch, type Found, noteMissingWatches, recomputeBatch } from '#server/occurrence/recompute.ts'

/** What a comparison with a full evaluation came to. */
export interface Comparison {
  readonly commitments: number
  readonly occurrences: number
  /** How many kept occurrences were missing, different, or no longer there, and whether its row of the ledger and what grew by day follow: of each commitment that had any. */
  readonly differing: readonly {
    readonly commitment: string
    readonly changed: number
    readonly gone: number
    readonly isStandingRight: boolean
  }[]
}

/** Hears how many commitments of a jurisdiction are done, of how many. */
export type Progress = (done: number, of: number) => void

/**
 * 日期推移: brings the occurrences of every jurisdiction forward to a day, whatever days were missed; where they stand as of it already nothing is done. One
 * that fails holds up no other: its error is thrown when all were tried.
 */
export async function rollForward(db: Db, today: Day, progress: Progress = () => undefined): Promise<void> {
  const errors: unknown[] = []
  for (const jurisdictionId of await jurisdictions(db))
    await rollOne(db, jurisdictionId, today, progress).catch((error: unknown) => errors.push(error))
  if (errors.length > 0) throw new AggregateError(errors, 'occurrences were not brought forward everywhere')
}

/** The same for one jurisdiction. */
export async function rollOne(db: Db, jurisdictionId: string, today: Day, progress: Progress = () => undefined): Promise<void> {
  const evaluatedOn = await db.transaction().execute((tx) => loadClock(tx, jurisdictionId))
  if (evaluatedOn !== null && evaluatedOn >= today) return
  const isLate = async (tx: Tx, batch: Batch): Promise<Batch> => {
    const clocks = await loadClocks(tx, jurisdictionId, batch)
    return batch.filter((commitment) => (clocks.get(commitment) ?? '') < today)
  }
  await inBatches(db, jurisdictionId, progress, async (tx, batch) => {
    await lockClock(tx, jurisdictionId)
    const late = await isLate(tx, batch)
    if (late.length > 0) await recomputeBatch(tx, jurisdictionId, late, today)
  })
  await db.transaction().execute(async (tx) => {
    await lockClock(tx, jurisdictionId)
    // what was defined in the meantime stands as of the day of its definition
    for (const batch of await batchesOf(tx, jurisdictionId, null)) {
      const late = await isLate(tx, batch)
      if (late.length > 0) await recomputeBatch(tx, jurisdictionId, late, today)
    }
    await setClock(tx, jurisdictionId, today)
    await announce(tx, jurisdictionId, ['day'])
  })
}

/** Compares everything kept with a full evaluation as of the same day; each portion of commitments as it stood at one instant. Writes nothing. */
export async function compareKept(db: Db, progress: Progress = () => undefined): Promise<Comparison> {
  const tally = makeTally()
  for (const jurisdictionId of await jurisdictions(db))
    for (const { batch, report } of await plan(db, jurisdictionId, progress)) {
      await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (tx) => {
          const asOf = await loadClock(tx, jurisdictionId)
          if (asOf === null) return
          const found = await compareBatch(tx, jurisdictionId, batch, asOf)
          const wrong = new Set(await wrongGrowth(tx, jurisdictionId, byGrowth(found)))
          for (const [day, several] of Map.groupBy(found, (each) => each.asOf)) {
            const isRight = await checkStandings(tx, jurisdictionId, day, batch)
            tally.add(several, (commitment, ...rest) => !wrong.has(commitment) && isRight(commitment, ...rest))
          }
        })
      report()
    }
  return tally.end()
}

/**
 * Writes what a full evaluation comes to, as of today or of the later day that is kept, and says what differed. Each portion of commitments in a transaction of its
 * own that locks the clock: writers wait for one portion only, and what they write meanwhile is counted in all of them.
 */
export async function recomputeKept(db: Db, today: Day, progress: Progress = () => undefined): Promise<Comparison> {
  const tally = makeTally()
  for (const jurisdictionId of await jurisdictions(db)) {
    await inBatches(db, jurisdictionId, progress, async (tx, batch) => {
      const asOf = laterOf(await lockClock(tx, jurisdictionId), today)
      tally.add(await recomputeBatch(tx, jurisdictionId, batch, asOf), () => true)
    })
    await rollOne(db, jurisdictionId, today, () => undefined)
  }
  return tally.end()
}

async function inBatches(db: Db, jurisdictionId: string, progress: Progress, work: (tx: Tx, batch: Batch) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockClock(tx, jurisdictionId)
    await noteMissingWatches(tx, jurisdictionId)
  })
  for (const { batch, report } of await plan(db, jurisdictionId, progress)) {
    await db.transaction().execute((tx) => work(tx, batch))
    report()
  }
}

async function plan(db: Db, jurisdictionId: string, progress: Progress): Promise<readonly { batch: Batch; report: () => void }[]> {
  const batches = await db.transaction().execute((tx) => batchesOf(tx, jurisdictionId, null))
  const of = batches.reduce((sum, batch) => sum + batch.length, 0)
  let done = 0
  return batches.map((batch) => ({
    batch,
    report() {
      done += batch.length
      progress(done, of)
    },
  }))
}

type IsStandingRight = (commitment: CommitmentId, terms: Found['terms'], fresh: Found['fresh']) => boolean

function makeTally() {
  let [commitments, occurrences] = [0, 0]
  const differing: Comparison['differing'][number][] = []
  return {
    add(found: readonly Found[], isRight: IsStandingRight): void {
      for (const { commitment, terms, fresh, changed, gone } of found) {
        commitments += 1
        occurrences += fresh.length
        const isStandingRight = isRight(commitment, terms, fresh)
        if (changed.length + gone.length > 0 || !isStandingRight)
          differing.push({ commitment, changed: changed.length, gone: gone.length, isStandingRight })
      }
    },
    end: (): Comparison => ({ commitments, occurrences, differing }),
  }
}

async function jurisdictions(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('jurisdiction').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
