import type * as z from 'zod'
import type { InitialPassword } from '#contract/account.ts'
import { resetPassword as decide } from '#core/access/account.ts'
import { placesOf } from '#core/access/candidates.ts'
import { can } from '#core/access/policy.ts'
import { loadFacts } from '#server/account/change.ts'
import { initialUntil, newInitialPassword } from '#server/account/initial-password.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { endSessions } from '#server/authn/sessions/session.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 重置密码: a new password to print; the one before may not come back. Every session of the account ends, and so does a lock. */
export async function resetPassword(
  context: Context & { readonly limits: Limits },
  { id }: { readonly id: string },
): Promise<z.infer<typeof InitialPassword>> {
  const { limits, now, actor } = context
  const password = newInitialPassword('')
  const passwordHash = can(actor, 'account:manage') ? await limits.hasher.hash(password) : ''
  return change(context, async ({ tx, allow, record }) => {
    allow('account:manage')
    const facts = await loadFacts(tx, context, id)
    const until = initialUntil(now)
    const after = accepted(decide(facts, until))
    const { passwordHash: former } = await tx
      .selectFrom('account')
      .select('passwordHash')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('formerPassword')
      .values({ accountId: id, replacedAt: now, passwordHash: former })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .updateTable('account')
      .set({ passwordHash, passwordChangedAt: now, initialUntil: until, failedAttempts: 0, lockedUntil: null })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', id)
      .execute()
    await endSessions(tx, id)
    await record({ verb: 'account.reset', subject: { kind: 'account', id }, before: facts.account, after })
    const places = placesOf(await loadOrganisation(tx, actor.jurisdictionId), context.asOf)
    return { id, login: after.login, name: after.name, places: places.get(after.person ?? '')?.places ?? [], password, until }
  })
}
