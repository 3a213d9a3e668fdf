import type * as z from 'zod'
import type { AccountRow } from '#contract/account.ts'
import { type Candidate, candidatesOf, placesOf } from '#core/access/candidates.ts'
import { loadAccounts } from '#server/account/load.ts'
import { loginKey } from '#server/authn/login-key.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 账号 of the jurisdiction, with where each person stands today. */
export async function listAccounts(context: Context): Promise<readonly z.infer<typeof AccountRow>[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('account:read')
    const places = placesOf(await loadOrganisation(tx, actor.jurisdictionId), context.asOf)
    const accounts = await loadAccounts(tx, actor.jurisdictionId)
    return accounts.map((account) => ({ ...account, places: places.get(account.person ?? '')?.places ?? [] }))
  })
}

/** Everybody in office who has no account yet. */
export async function listCandidates(context: Context): Promise<readonly Candidate[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('account:manage')
    const taken = new Set((await loadAccounts(tx, actor.jurisdictionId)).map(({ login }) => loginKey(login)))
    const organisation = await loadOrganisation(tx, actor.jurisdictionId)
    return candidatesOf(organisation, context.asOf, (login) => taken.has(loginKey(login)))
  })
}
