import type { Instant } from '#core/day/day.ts'
import { type Db, scopeTo } from '#server/db/connect.ts'
import { lockAnsweredFor, refreshResponsibility } from '#server/dispatch/refresh.ts'
import { announce } from '#server/live/announce.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

/**
 * 责任的日期推移: posts that change hands, and orgs that are called otherwise, from a day that was entered before: the rows of the ledger name whom they are held by
 * today. One jurisdiction that fails holds up no other: its error is thrown when all were tried.
 */
export async function rollResponsibility(db: Db, now: Instant): Promise<void> {
  const errors: unknown[] = []
  for (const { id } of await db.selectFrom('jurisdiction').select('id').orderBy('id').execute())
    await db
      .transaction()
      .execute(async (raw) => {
        const tx = scopeTo(raw, id)
        const plans = await lockAnsweredFor(tx, id)
        for (const planId of plans) await refreshResponsibility(tx, id, { planId, asOf: dayInShanghai(now), now })
        if (plans.length > 0) await announce(tx, id, ['day'])
      })
      .catch((error: unknown) => errors.push(error))
  if (errors.length > 0) throw new AggregateError(errors, 'responsibility was not brought forward everywhere')
}
