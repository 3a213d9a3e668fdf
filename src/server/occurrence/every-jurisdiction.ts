import type { Day } from '#core/day/day.ts'
import type { Db } from '#server/db/connect.ts'
import { checkStandings } from '#server/ledger/check-standings.ts'
import { lockClock, lockOccurrences, loadClock } from '#server/occurrence/clock.ts'
import { compareAll, recompute } from '#server/occurrence/recompute.ts'

/** What a comparison with a full evaluation came to. */
export interface Comparison {
  readonly commitments: number
  readonly occurrences: number
  /** How many kept occurrences were missing, different, or no longer there, and whether its row of the ledger follows: of each commitment that had any. */
  readonly differing: readonly {
    readonly commitment: string
    readonly changed: number
    readonly gone: number
    readonly isStandingRight: boolean
  }[]
}

/**
 * 日期推移: brings the occurrences of every jurisdiction forward to a day, whatever days were missed; where they stand as of it already nothing is done. One
 * that fails holds up no other: its error is thrown when all were tried.
 */
export async function rollForward(db: Db, today: Day): Promise<void> {
  const errors: unknown[] = []
  for (const jurisdictionId of await jurisdictions(db))
    await db
      .transaction()
      .execute((tx) => lockOccurrences(tx, jurisdictionId, today))
      .catch((error: unknown) => errors.push(error))
  if (errors.length > 0) throw new AggregateError(errors, 'occurrences were not brought forward everywhere')
}

/** Compares everything kept with a full evaluation as of the same day; each jurisdiction as it stood at one instant. Writes nothing. */
export async function compareKept(db: Db): Promise<Comparison> {
  let [commitments, occurrences] = [0, 0]
  const differing: Comparison['differing'][number][] = []
  for (const jurisdictionId of await jurisdictions(db))
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const asOf = await loadClock(tx, jurisdictionId)
        if (asOf === null) return
        const isKept = await checkStandings(tx, jurisdictionId, asOf)
        for await (const { commitment, terms, fresh, changed, gone } of compareAll(tx, { jurisdictionId, asOf })) {
          commitments += 1
          occurrences += fresh.length
          const isStandingRight = isKept(commitment, terms, fresh)
          if (changed.length + gone.length > 0 || !isStandingRight)
            differing.push({ commitment, changed: changed.length, gone: gone.length, isStandingRight })
        }
      })
  return { commitments, occurrences, differing }
}

/** Writes what a full evaluation comes to, as of the day everything kept stands as of. */
export async function recomputeKept(db: Db): Promise<void> {
  for (const jurisdictionId of await jurisdictions(db))
    await db.transaction().execute(async (tx) => recompute(tx, { jurisdictionId, asOf: await lockClock(tx, jurisdictionId) }))
}

async function jurisdictions(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('jurisdiction').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
