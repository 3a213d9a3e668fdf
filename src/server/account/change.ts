import {
  type Account,
  type AccountFacts,
  type AccountRefusal,
  changePost as decidePost,
  disableAccount as decideDisable,
  enableAccount as decideEnable,
  unlockAccount as decideUnlock,
} from '#core/access/account.ts'
import { rankOf } from '#core/access/mark.ts'
import type { Permission } from '#core/access/policy.ts'
import type { BusinessPost } from '#core/access/post.ts'
import { type Outcome, refuse } from '#core/outcome/outcome.ts'
import { linkAccount } from '#server/account/create.ts'
import { lockAccounts } from '#server/account/load.ts'
import { endSessions } from '#server/authn/sessions/session.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation, lockOrganisation } from '#server/org/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

interface Of {
  readonly id: string
}

/** 停用: nobody signs in with it, and whoever is signed in is so no longer. */
export async function disableAccount(context: Context, { id }: Of): Promise<Account> {
  return changeAccount(context, id, 'account.disable', 'account:manage', (facts) => decideDisable(facts, context.now))
}

/** 启用. */
export async function enableAccount(context: Context, { id }: Of): Promise<Account> {
  return changeAccount(context, id, 'account.enable', 'account:manage', (facts) => decideEnable(facts, context.now))
}

/** 调整岗位 on trial: counts from the next request on. In service posts are granted (`server/grant`). */
export async function changePost(context: Context, { id, post }: Of & { readonly post: BusinessPost }): Promise<Account> {
  return changeAccount(context, id, 'account.change-post', 'account:change-post', (facts) => decidePost(facts, post))
}

/** 解锁. */
export async function unlockAccount(context: Context, { id }: Of): Promise<Account> {
  return changeAccount(context, id, 'account.unlock', 'account:unlock', (facts) => decideUnlock(facts, context.now))
}

/** 关联人员: whose account it is. In service while it holds no post: the person is what a grant is confirmed for. */
export async function linkPerson(context: Context, { id, person }: Of & { readonly person: string | null }): Promise<Account> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('account:manage')
    const { jurisdictionId } = actor
    await lockOrganisation(tx, jurisdictionId, null)
    const { account } = await loadFacts(tx, context, id)
    if (actor.mode === 'service' && account.post !== 'unassigned') accepted(refuse('holds-post'))
    const { people } = await loadOrganisation(tx, jurisdictionId)
    const asked = people.find((each) => each.id === person)
    if (person !== null && asked === undefined) accepted(refuse('unknown-person'))
    if (asked !== undefined && asked.account !== null) accepted(refuse('person-has-account', { name: asked.name }))
    await linkAccount(tx, jurisdictionId, { account: id, person })
    await record({ verb: 'account.link', subject: { kind: 'account', id }, before: { person: account.person }, after: { person } })
    return { ...account, person }
  })
}

async function changeAccount(
  context: Context,
  id: string,
  verb: string,
  permission: Permission,
  decide: (facts: AccountFacts) => Outcome<Account, AccountRefusal>,
): Promise<Account> {
  return change(context, async ({ tx, allow, record }) => {
    allow(permission)
    const facts = await loadFacts(tx, context, id)
    const after = accepted(decide(facts))
    await saveAccount(tx, context.actor.jurisdictionId, after)
    if (after.disabledAt !== null) await endSessions(tx, id)
    await record({ verb, subject: { kind: 'account', id }, before: facts.account, after })
    return after
  })
}

/** Saves what a decision says of an account. */
export async function saveAccount(
  tx: Tx,
  jurisdictionId: string,
  { id, post, clearance, disabledAt, lockedUntil, idleSince }: Account,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({
      post,
      clearance: rankOf(clearance),
      disabledAt,
      lockedUntil,
      enabledAt: idleSince,
      ...(lockedUntil === null ? { failedAttempts: 0 } : {}),
    })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', id)
    .execute()
}

/** Locks the accounts; NOT_FOUND where the jurisdiction has no such account. */
export async function loadFacts(tx: Tx, { actor }: Context, id: string): Promise<AccountFacts> {
  const all = await lockAccounts(tx, actor.jurisdictionId)
  const account = all.find((each) => each.id === id)
  if (account === undefined) throw new AppError('NOT_FOUND')
  return { account, by: actor.accountId, all }
}
