import type * as z from 'zod'
import type { federated } from '#contract/federated.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { Instant } from '#core/day/day.ts'
import { DIRECTORY, linkIdentity } from '#server/authn/elsewhere/identity.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { endSessions } from '#server/authn/sessions/session.ts'
import type { Tx } from '#server/db/connect.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Identity = z.infer<NonNullable<(typeof federated.own)['~orpc']['outputSchema']>>['items'][number]
type Kind = Identity['kind']
type Signed = Context & { readonly limits: Limits }

/** 本人的统一身份. */
export async function ownIdentities(context: Context): Promise<readonly Identity[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('factor:read')
    return identitiesOf(tx, actor.accountId)
  })
}

/** 账号的统一身份, as administrators see them. */
export async function listIdentities(context: Context, { id }: { readonly id: string }): Promise<readonly Identity[]> {
  return view(context, async ({ tx, allow }) => {
    allow('account:read')
    await demandAccount(tx, context, id)
    return identitiesOf(tx, id)
  })
}

/** 关联统一身份 by an administrator: who signs in there is this account from now on. */
export async function linkAccount(
  context: Signed,
  { id, kind, subject }: { readonly id: string; readonly kind: Kind; readonly subject: string },
): Promise<readonly Identity[]> {
  return change(context, async ({ tx, allow, record }) => {
    allow('account:manage')
    await demandAccount(tx, context, id)
    const issuer = issuerOf(context, kind)
    await linkIdentity(tx, { accountId: id, issuer, subject, now: context.now })
    // whoever is signed in was so by another proof
    await endSessions(tx, id)
    await record({ verb: 'account.link-identity', subject: { kind: 'account', id }, after: { issuer, subject } })
    return identitiesOf(tx, id)
  })
}

/** 取消关联: from now on the account signs in with its own password. */
export async function unlinkAccount(
  context: Signed,
  { id, kind }: { readonly id: string; readonly kind: Kind },
): Promise<readonly Identity[]> {
  return change(context, async ({ tx, allow, record }) => {
    allow('account:manage')
    await demandAccount(tx, context, id)
    const removed = (await identitiesOf(tx, id)).find((each) => each.kind === kind)
    if (removed === undefined) throw new AppError('NOT_FOUND')
    await tx.deleteFrom('federatedIdentity').where('accountId', '=', id).where('issuer', '=', removed.issuer).execute()
    await endSessions(tx, id)
    await record({
      verb: 'account.unlink-identity',
      subject: { kind: 'account', id },
      before: { issuer: removed.issuer, subject: removed.subject },
    })
    return identitiesOf(tx, id)
  })
}

function issuerOf({ limits: { rules } }: Signed, kind: Kind): string {
  if (kind === 'directory') return rules.directory === null ? accepted(refuse('no-directory')) : DIRECTORY
  return rules.provider === null ? accepted(refuse('no-provider')) : rules.provider.issuer
}

async function demandAccount(tx: Tx, { actor }: Context, id: string): Promise<void> {
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (account === undefined) throw new AppError('NOT_FOUND')
}

async function identitiesOf(tx: Tx, accountId: string): Promise<readonly Identity[]> {
  const rows = await tx
    .selectFrom('federatedIdentity')
    .select(['issuer', 'subject', 'linkedAt'])
    .where('accountId', '=', accountId)
    .orderBy('linkedAt')
    .execute()
  return rows.map(({ linkedAt, ...row }) => ({
    ...row,
    kind: row.issuer === DIRECTORY ? 'directory' : 'provider',
    linkedAt: Instant.parse(linkedAt),
  }))
}
