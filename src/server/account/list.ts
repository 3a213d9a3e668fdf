import { sql } from 'kysely'
import type * as z from 'zod'
import type { AccountRow } from '#contract/account.ts'
import { type Candidate, candidatesOf, placesOf } from '#core/access/candidates.ts'
import { isIdle } from '#core/access/idle.ts'
import type { Instant } from '#core/day/day.ts'
import { loadAccounts } from '#server/account/load.ts'
import { loginKey } from '#server/authn/login-key.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { addMinutes } from '#server/platform/clock.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 账号 of the jurisdiction, with where each person stands today. */
export async function listAccounts(context: Context): Promise<readonly z.infer<typeof AccountRow>[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('account:read')
    const places = placesOf(await loadOrganisation(tx, actor.jurisdictionId), context.asOf)
    const accounts = await loadAccounts(tx, actor.jurisdictionId)
    const addresses = await addressesOf(tx, actor.jurisdictionId, context.now)
    return accounts.map((account) => ({
      ...account,
      places: places.get(account.person ?? '')?.places ?? [],
      addresses: addresses.get(account.id) ?? 0,
      isIdle: isIdle(account, context.asOf),
    }))
  })
}

const A_DAY_MINUTES = 24 * 60

/** From how many addresses each account signed in within a day. */
async function addressesOf(tx: Tx, jurisdictionId: string, now: Instant): Promise<ReadonlyMap<string | null, number>> {
  const rows = await tx
    .selectFrom('journalEntry')
    .select(['actorId', sql<string>`count(distinct address)`.as('addresses')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('verb', '=', 'session.sign-in')
    .where('at', '>', addMinutes(now, -A_DAY_MINUTES))
    .groupBy('actorId')
    .execute()
  return new Map(rows.map(({ actorId, addresses }) => [actorId, Number(addresses)]))
}

/** Everybody in office who has no account yet. */
export async function listCandidates(context: Context): Promise<readonly Candidate[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('account:choose')
    const taken = new Set((await loadAccounts(tx, actor.jurisdictionId)).map(({ login }) => loginKey(login)))
    const organisation = await loadOrganisation(tx, actor.jurisdictionId)
    return candidatesOf(organisation, context.asOf, (login) => taken.has(loginKey(login)))
  })
}
