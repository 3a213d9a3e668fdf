import type { Permission } from '#core/access/policy.ts'
import type { Day, Instant } from '#core/day/day.ts'
import { isNow, type Moment } from '#core/moment/moment.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { demandDay } from '#server/ledger/demand-day.ts'
import { ledgerJob } from '#server/ledger/job.ts'
import { isSmall, workOutPast } from '#server/ledger/past.ts'
import { findPast, insertPast, loadMark, type Past, savePastProgress } from '#server/ledger/past-rows.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'
import { loadClock } from '#server/occurrence/clock.ts'
import { rolledTo } from '#server/occurrence/counting-clock.ts'
import { rollOne } from '#server/occurrence/every-jurisdiction.ts'
import { scopeTo, type Tx } from '#server/db/connect.ts'
import { lookBack } from '#server/moment/look-back.ts'
import { demand } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

export type WithJobs = Context & { readonly jobs: Jobs }

/** As of which day, and as known when (null: now), the figures stand. `progress`: 0 – 99 while they are worked out; `rolled`: while they are brought forward to today. */
export interface Stood {
  readonly asOf: Day
  readonly knownAt: Instant | null
  readonly progress: number | null
  readonly rolled: number | null
}

/** Which figures the ledger shows. */
export interface Edition {
  readonly id: string
  readonly stood: Stood
}

/**
 * The edition of the ledger for a day and an instant. Today's is kept; just after midnight a small ledger is brought forward at once, of a large one yesterday's
 * figures are shown under their day until the daily work is done. Other days are worked out: at once, or by a job where that takes long.
 */
export async function editionFor(context: WithJobs, moment: Moment, permission: Permission = 'ledger:read'): Promise<Edition> {
  demand(context, permission)
  if (isNow(moment, context.asOf)) return currentEdition(context)
  const { knownAt } = moment
  const day = moment.asOf ?? context.asOf
  demandDay(context.asOf, day)
  const past = await inOwn(context, async (tx, jurisdictionId): Promise<Past> => {
    const mark = await loadMark(tx, jurisdictionId, knownAt)
    const found = await findPast(tx, jurisdictionId, { asOf: day, knownAt, mark, now: context.now })
    if (found !== null) return found
    const made = await insertPast(tx, jurisdictionId, { id: context.newId(), asOf: day, knownAt, mark, now: context.now })
    if (await isSmall(tx, jurisdictionId)) {
      await workOutPast(tx, jurisdictionId, made)
      await savePastProgress(tx, jurisdictionId, made.id, 100)
      return { ...made, progress: null }
    }
    await context.jobs.send(tx, context, ledgerJob, { edition: made.id })
    return made
  })
  return { id: past.id, stood: { asOf: day, knownAt, progress: past.progress, rolled: null } }
}

/** The transaction that reads an edition: as it stands, or looking back at its day. */
export function readAt(tx: Tx, jurisdictionId: string, { id, stood }: Edition): Tx {
  return id === CURRENT ? tx : lookBack(tx, jurisdictionId, { ...stood, edition: id })
}

async function currentEdition(context: WithJobs): Promise<Edition> {
  const { db, actor } = context
  const late = await inOwn(context, async (tx, jurisdictionId) => {
    const clock = await loadClock(tx, jurisdictionId)
    if (clock === null || clock >= context.asOf) return null
    const isQuick = await isSmall(tx, jurisdictionId)
    if (!isQuick) await context.jobs.send(tx, context, ledgerJob, { edition: null }, 'once')
    return { clock, isQuick, rolled: isQuick ? null : await rolledTo(tx, jurisdictionId, context.asOf) }
  })
  if (late?.isQuick) await rollOne(db, actor.jurisdictionId, context.asOf)
  const asOf = late === null || late.isQuick ? context.asOf : late.clock
  return { id: CURRENT, stood: { asOf, knownAt: null, progress: null, rolled: late?.rolled ?? null } }
}

/** A transaction of its own: what is kept here is derived, so it has no journal entry. */
async function inOwn<T>(
  { db, actor }: Context,
  work: (tx: Parameters<typeof loadClock>[0], jurisdictionId: string) => Promise<T>,
): Promise<T> {
  const { jurisdictionId } = actor
  return db.transaction().execute((tx) => work(scopeTo(tx, jurisdictionId), jurisdictionId))
}
