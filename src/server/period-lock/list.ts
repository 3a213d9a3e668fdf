import type { Pack } from '#core/pack/pack.ts'
import type { PeriodLock } from '#core/period-lock/period-lock.ts'
import { recordSight, type RecordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { laterThan } from '#server/period-lock/later-revisions.ts'
import { loadLocks } from '#server/period-lock/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = PeriodLock & { readonly laterRevisions: number }

/** All locks, with how many revisions that are seen came after each that stands. */
export async function listLocks(context: Context & { readonly packs: readonly Pack[] }): Promise<readonly Listed[]> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('period-lock:read')
    const { isSeen } = await recordSight(tx, await scope(), context.packs)
    const locks = await loadLocks(tx, actor.jurisdictionId)
    const listed: Listed[] = []
    for (const lock of locks)
      listed.push({ ...lock, laterRevisions: lock.unlocked === null ? await countLater(tx, actor.jurisdictionId, lock, isSeen) : 0 })
    return listed
  })
}

async function countLater(tx: Tx, jurisdictionId: string, lock: PeriodLock, isSeen: RecordSight['isSeen']): Promise<number> {
  const { count } = await laterThan(tx, jurisdictionId, lock)
    .where(isSeen)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
