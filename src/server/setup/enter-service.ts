import type * as z from 'zod'
import type { InitialPassword } from '#contract/account.ts'
import { can } from '#core/access/policy.ts'
import { AdminPost } from '#core/access/post.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { distinctPeople } from '#core/access/service.ts'
import { makeAccounts, withPasswords } from '#server/account/create.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { demandRecentSignIn } from '#server/authn/sessions/recent.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Who is to be an administrator; `person` null: nobody of the organisation. */
interface Appointed {
  readonly person: string | null
  readonly name: string
  readonly login: string
}

/**
 * 转入正式运行: appoints the three administrators, whose passwords are shown this once. From then on the office keeps the ledger only. There is no way back.
 */
export async function enterService(
  context: Context & { readonly limits: Limits },
  appointed: Readonly<Record<AdminPost, Appointed>>,
): Promise<readonly z.infer<typeof InitialPassword>[]> {
  const accounts = AdminPost.options.map((post) => ({ ...appointed[post], post }))
  const prepared = can(context.actor, 'setup:enter-service') ? await withPasswords(context, accounts) : []
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('setup:enter-service')
    demandRecentSignIn(context)
    // in service the office needs one: without it the passwords of the others could not even be shown
    if ((actor.session?.factorAt ?? null) === null) accepted(refuse('factor-first'))
    const { jurisdictionId } = actor
    // of two who do it at once the second finds nothing to change
    const { numUpdatedRows } = await tx
      .updateTable('jurisdiction')
      .set({ inServiceSince: context.now })
      .where('id', '=', jurisdictionId)
      .where('inServiceSince', 'is', null)
      .executeTakeFirstOrThrow()
    accepted(distinctPeople(accounts, { isOnTrial: numUpdatedRows === 1n, by: actor.name }))
    const made = await makeAccounts(tx, context, prepared)
    for (const { entry } of made) await record(entry)
    const passwords = made.map(({ password }) => password)
    const administrators = passwords.map(({ id, name }, index) => ({ post: accounts[index]?.post ?? null, id, name }))
    await record({ verb: 'setup.enter-service', subject: { kind: 'jurisdiction', id: jurisdictionId }, after: { administrators } })
    return passwords
  })
}
