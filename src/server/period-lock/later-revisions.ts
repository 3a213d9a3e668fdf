import type { PeriodLock } from '#core/period-lock/period-lock.ts'
import type { Tx } from '#server/db/connect.ts'

/** The revisions entered after a lock that are about its days, or take the place of one that was. */
export function laterThan(tx: Tx, jurisdictionId: string, { from, to, lockedAt }: Pick<PeriodLock, 'from' | 'to' | 'lockedAt'>) {
  return tx
    .selectFrom('recordRevision')
    .where('recordRevision.jurisdictionId', '=', jurisdictionId)
    .where('recordRevision.enteredAt', '>', lockedAt)
    .where((eb) =>
      eb.or([
        eb.and([eb('recordRevision.fromDay', '<=', to), eb('recordRevision.toDay', '>=', from)]),
        eb.exists(
          eb
            .selectFrom('recordRevision as former')
            .select('former.id')
            .where('former.jurisdictionId', '=', jurisdictionId)
            .whereRef('former.id', '=', 'recordRevision.id')
            .whereRef('former.revision', '<', 'recordRevision.revision')
            .where('former.fromDay', '<=', to)
            .where('former.toDay', '>=', from),
        ),
      ]),
    )
}
