import type { Selectable } from 'kysely'
import { daysOf } from '#core/period-lock/decisions.ts'
import { PeriodLock, type Quarter } from '#core/period-lock/period-lock.ts'
import type { Tx } from '#server/db/connect.ts'
import type { PeriodLock as LockRow } from '#server/db/types.gen.ts'
import { AppError } from '#server/platform/errors.ts'

/** All locks of a jurisdiction, the last quarter first. */
export async function loadLocks(tx: Tx, jurisdictionId: string): Promise<readonly PeriodLock[]> {
  const rows = await tx
    .selectFrom('periodLock')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('year', 'desc')
    .orderBy('quarter', 'desc')
    .orderBy('lockedAt', 'desc')
    .execute()
  return rows.map(lockOf)
}

/** One lock; NOT_FOUND where there is none. */
export async function loadLock(tx: Tx, jurisdictionId: string, id: string): Promise<PeriodLock> {
  const row = await tx
    .selectFrom('periodLock')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return lockOf(row)
}

function lockOf(row: Selectable<LockRow>): PeriodLock {
  const quarter: Quarter = { year: row.year, quarter: row.quarter }
  const { unlockedAt: at, unlockedByName: by, unlockReason: reason } = row
  return PeriodLock.parse({
    id: row.id,
    quarter,
    ...daysOf(quarter),
    lockedAt: row.lockedAt,
    lockedBy: row.lockedByName,
    unlocked: at === null ? null : { at, by, reason },
  })
}
