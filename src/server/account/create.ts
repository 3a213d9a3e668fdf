import type * as z from 'zod'
import type { InitialPassword } from '#contract/account.ts'
import { placesOf } from '#core/access/candidates.ts'
import { heldWith } from '#core/access/account.ts'
import { rankOf } from '#core/access/mark.ts'
import type { Post } from '#core/access/post.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { initialUntil, newInitialPassword } from '#server/account/initial-password.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { loginKey } from '#server/authn/login-key.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation, lockOrganisation } from '#server/org/load.ts'
import type { JournalEntry } from '#server/journal/record.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'
import { can } from '#core/access/policy.ts'

/** An account to be made; `person` null: nobody's of the organisation. */
export interface AskedAccount {
  readonly person: string | null
  readonly name: string
  readonly login: string
  readonly post: Post
}

/**
 * 开通账号, one or several at once: all or none. Each gets a password to print, which must be changed at the first sign-in. In service they hold no post until
 * one is granted.
 */
export async function createAccounts(
  context: Context & { readonly limits: Limits },
  { accounts }: { readonly accounts: readonly AskedAccount[] },
): Promise<readonly z.infer<typeof InitialPassword>[]> {
  // hashing is slow and holds no locks: it goes before the transaction, for those alone who may
  const prepared = can(context.actor, 'account:manage') ? await withPasswords(context, accounts) : []
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('account:manage')
    if (actor.mode === 'service' && accounts.some(({ post }) => post !== 'unassigned')) accepted(refuse('post-needs-grant'))
    const made = await makeAccounts(tx, context, prepared)
    for (const { entry } of made) await record(entry)
    return made.map(({ password }) => password)
  })
}

/** An account that was made: its printed password, and what the journal is to tell of it. */
interface Made {
  readonly password: z.infer<typeof InitialPassword>
  readonly entry: JournalEntry
}

/** Makes accounts with the passwords that were prepared for them; the verb records each. */
export async function makeAccounts(tx: Tx, context: Context, prepared: readonly Prepared[]): Promise<readonly Made[]> {
  const { jurisdictionId } = context.actor
  await lockOrganisation(tx, jurisdictionId, null)
  const organisation = await loadOrganisation(tx, jurisdictionId)
  const places = placesOf(organisation, context.asOf)
  const until = initialUntil(context.now)
  const made: Made[] = []
  const persons = new Set<string | null>()
  for (const { password, passwordHash, ...asked } of prepared) {
    const person = organisation.people.find(({ id }) => id === asked.person)
    if (asked.person !== null && person === undefined) accepted(refuse('unknown-person', { name: asked.name }))
    if (person !== undefined && (person.account !== null || persons.has(person.id)))
      accepted(refuse('person-has-account', { name: person.name }))
    persons.add(asked.person)
    const id = context.newId()
    const name = person?.name ?? asked.name
    await insertAccount(tx, { ...asked, id, name, jurisdictionId, passwordHash, until, now: context.now })
    if (person !== undefined) await linkAccount(tx, jurisdictionId, { account: id, person: person.id })
    made.push({
      password: { id, login: asked.login, name, places: places.get(asked.person ?? '')?.places ?? [], password, until },
      entry: {
        verb: 'account.create',
        subject: { kind: 'account', id },
        after: { login: asked.login, name, post: asked.post, person: asked.person },
      },
    })
  }
  return made
}

/** An account to be made, with its password and its hash. */
export type Prepared = AskedAccount & { readonly password: string; readonly passwordHash: string }

/** Gives each account a password: slow, so before the transaction. */
export async function withPasswords(
  { limits }: { readonly limits: Limits },
  accounts: readonly AskedAccount[],
): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = []
  for (const asked of accounts) {
    const login = asked.login.normalize('NFKC')
    const password = newInitialPassword(login)
    prepared.push({ ...asked, login, password, passwordHash: await limits.hasher.hash(password) })
  }
  return prepared
}

interface NewAccount extends AskedAccount {
  readonly id: string
  readonly jurisdictionId: string
  readonly passwordHash: string
  readonly until: string
  readonly now: string
}

/** REFUSED with `login-taken` where somebody has the login, in whatever case or width. */
async function insertAccount(tx: Tx, { id, jurisdictionId, login, name, post, passwordHash, until, now }: NewAccount): Promise<void> {
  const inserted = await tx
    .insertInto('account')
    .values({
      id,
      jurisdictionId,
      login,
      loginKey: loginKey(login),
      name,
      post,
      clearance: rankOf(heldWith({ post: 'unassigned', clearance: 'public' }, post).clearance),
      passwordHash,
      passwordChangedAt: now,
      initialUntil: until,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.column('loginKey').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) accepted(refuse('login-taken', { login }))
}

/** Makes an account a person's, who had none; null: nobody's. Whoever had the account before has none. */
export async function linkAccount(
  tx: Tx,
  jurisdictionId: string,
  { account, person }: { readonly account: string; readonly person: string | null },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ accountId: null })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('accountId', '=', account)
    .execute()
  if (person === null) return
  const linked = await tx
    .updateTable('person')
    .set({ accountId: account })
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', person)
    .where('accountId', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!linked) throw new AppError('NOT_FOUND')
}
