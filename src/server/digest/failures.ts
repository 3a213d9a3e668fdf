import * as z from 'zod'
import type { digest as contract } from '#contract/digest.ts'
import { addDays, Day, Instant } from '#core/day/day.ts'
import type { DigestSettings } from '#server/digest/settings.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Failures = z.output<NonNullable<(typeof contract.failures)['~orpc']['outputSchema']>>

const State = z.enum(['waiting', 'failed'])
const DAYS = 30
const MOST = 200

/** 未送达的提要: what the mail server did not take, for whoever looks after the program. */
export async function listFailures(context: Context & { readonly digest: DigestSettings }): Promise<Failures> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('digest:administer')
    const rows = await tx
      .selectFrom('digest')
      .innerJoin('account', (join) =>
        join.onRef('account.id', '=', 'digest.accountId').on('account.jurisdictionId', '=', actor.jurisdictionId),
      )
      .select(['account.name', 'onDay', 'digest.state', 'attempts', 'failure', 'triedAt'])
      .where('digest.jurisdictionId', '=', actor.jurisdictionId)
      .where('digest.state', 'in', ['waiting', 'failed'])
      .where('failure', '<>', '')
      .where('onDay', '>=', addDays(context.asOf, -DAYS))
      .orderBy('triedAt', 'desc')
      .limit(MOST)
      .execute()
    return {
      isSent: context.digest.isSent,
      items: rows.map(({ name, onDay, state, attempts, failure, triedAt }) => ({
        account: name,
        on: Day.parse(onDay),
        state: State.parse(state),
        attempts,
        failure,
        triedAt: Instant.parse(triedAt),
      })),
    }
  })
}
