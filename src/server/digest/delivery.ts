import type { Day, Instant } from '#core/day/day.ts'
import { pauseAfter } from '#core/digest/digest.ts'
import type { Db } from '#server/db/connect.ts'

/** Somebody whose digest is due. */
export interface Recipient {
  readonly jurisdictionId: string
  readonly accountId: string
  readonly email: string
}

/** Who wants a digest of a day and has not had it, nor been tried too lately or too often. */
export async function loadDue(
  db: Db,
  jurisdictionId: string,
  on: Day,
  now: Instant,
): Promise<readonly (Recipient & { readonly attempts: number })[]> {
  const rows = await db
    .selectFrom('digestAddress')
    .innerJoin('account', (join) =>
      join.onRef('account.id', '=', 'digestAddress.accountId').on('account.jurisdictionId', '=', jurisdictionId),
    )
    .leftJoin('digest', (join) =>
      join
        .on('digest.jurisdictionId', '=', jurisdictionId)
        .onRef('digest.accountId', '=', 'digestAddress.accountId')
        .on('digest.onDay', '=', on),
    )
    .select(['digestAddress.accountId', 'email', 'digest.state', 'attempts', 'triedAt'])
    .where('digestAddress.jurisdictionId', '=', jurisdictionId)
    .where('isOn', '=', true)
    .where('account.disabledAt', 'is', null)
    .where('account.post', 'in', ['office', 'leader', 'unit'])
    .orderBy('digestAddress.accountId')
    .execute()
  return rows.flatMap(({ accountId, email, state, attempts, triedAt }) => {
    if (state === null) return [{ jurisdictionId, accountId, email, attempts: 0 }]
    const pause = state === 'waiting' ? pauseAfter(attempts ?? 0) : null
    const isTimely = pause !== null && Date.parse(now) - Date.parse(triedAt ?? now) >= pause * 60_000
    return isTimely ? [{ jurisdictionId, accountId, email, attempts: attempts ?? 0 }] : []
  })
}

/** Takes the digest of a day upon oneself: false where another process did so meanwhile. */
export async function claim(
  db: Db,
  { jurisdictionId, accountId, attempts }: Recipient & { readonly attempts: number },
  on: Day,
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('digest')
    .values({ jurisdictionId, accountId, onDay: on, state: 'waiting', attempts: 1, triedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'accountId', 'onDay'])
        .doUpdateSet({ attempts: attempts + 1, triedAt: now })
        .where('digest.state', '=', 'waiting')
        .where('digest.attempts', '=', attempts),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Says what became of it. */
export async function settle(
  db: Db,
  { jurisdictionId, accountId }: Recipient,
  on: Day,
  { state, failure = '' }: { readonly state: 'sent' | 'empty' | 'waiting' | 'failed'; readonly failure?: string },
): Promise<void> {
  await db
    .updateTable('digest')
    .set({ state, failure })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('accountId', '=', accountId)
    .where('onDay', '=', on)
    .execute()
}
