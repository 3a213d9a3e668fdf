import { lockQuarter, unlockQuarter } from '#core/period-lock/decisions.ts'
import type { PeriodLock, Quarter } from '#core/period-lock/period-lock.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockClock } from '#server/occurrence/clock.ts'
import { loadLock, loadLocks } from '#server/period-lock/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 锁定: the figures of a quarter are reported as they are known now. */
export async function lock(context: Context, quarter: Quarter): Promise<PeriodLock> {
  return change(context, async ({ tx, allow, record }) => {
    allow('period-lock:lock')
    // no record is written while its quarter is being locked: each is known before or after
    await lockClock(tx, context.actor.jurisdictionId)
    const locked = await lockWithin(tx, context, quarter)
    await record({ verb: 'period.lock', subject: { kind: 'period-lock', id: locked.id }, after: locked })
    return locked
  })
}

/** Locks a quarter in the transaction of a verb that holds the clock and writes the journal entry. */
export async function lockWithin(tx: Tx, context: Context, { year, quarter }: Quarter): Promise<PeriodLock> {
  const { actor, now, asOf: today, newId } = context
  const locks = await loadLocks(tx, actor.jurisdictionId)
  const locked = accepted(lockQuarter(locks, { id: newId(), quarter: { year, quarter }, today, at: now, by: actor.name }))
  await tx
    .insertInto('periodLock')
    .values({
      jurisdictionId: actor.jurisdictionId,
      id: locked.id,
      year,
      quarter,
      lockedAt: locked.lockedAt,
      lockedBy: actor.accountId,
      lockedByName: actor.name,
    })
    .execute()
  return locked
}

/** 解除锁定, with the reason. */
export async function unlock(context: Context, { id, reason }: { readonly id: string; readonly reason: string }): Promise<PeriodLock> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('period-lock:lock')
    await lockClock(tx, jurisdictionId)
    const before = await loadLock(tx, jurisdictionId, id)
    const after = accepted(unlockQuarter(before, { at: context.now, by: actor.name, reason }))
    await tx
      .updateTable('periodLock')
      .set({ unlockedAt: context.now, unlockedByName: actor.name, unlockReason: after.unlocked?.reason ?? reason })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    await record({ verb: 'period.unlock', subject: { kind: 'period-lock', id }, before, after })
    return after
  })
}
