import type * as z from 'zod'
import type { SessionItem } from '#contract/session.ts'
import { Post } from '#core/access/post.ts'
import { Instant } from '#core/day/day.ts'
import { endSessions, livesOf, sessionOf } from '#server/authn/sessions/session.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'
import type { Tx } from '#server/db/connect.ts'

/** A session of somebody in the jurisdiction. */
interface SessionOfSomebody extends z.infer<typeof SessionItem> {
  readonly account: string
  readonly name: string
  readonly login: string
  readonly post: Post
}

/** 本人的登录: where one is signed in, the last seen first. */
export async function listOwnSessions(context: Context): Promise<readonly z.infer<typeof SessionItem>[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('session:list')
    const all = await liveSessions(tx, context)
    return all
      .filter(({ account }) => account === actor.accountId)
      .map(({ id, address, agent, createdAt, seenAt, isCurrent }) => ({ id, address, agent, createdAt, seenAt, isCurrent }))
  })
}

/** 全部登录 of the jurisdiction. */
export async function listSessions(context: Context): Promise<readonly SessionOfSomebody[]> {
  return view(context, async ({ tx, allow }) => {
    allow('session:administer')
    return liveSessions(tx, context)
  })
}

/** 结束本人的一处登录. NOT_FOUND where it is none of one's own. */
export async function endOwnSession(context: Context, { id }: { readonly id: string }): Promise<void> {
  await change(context, async ({ tx, actor, allow, record }) => {
    allow('session:end')
    const ended = await tx
      .deleteFrom('session')
      .where('accountId', '=', actor.accountId)
      .where('id', '=', id)
      .returning('address')
      .executeTakeFirst()
    if (ended === undefined) throw new AppError('NOT_FOUND')
    await record({
      verb: 'session.end',
      subject: { kind: 'account', id: actor.accountId },
      before: { session: id, address: ended.address },
    })
  })
}

/** 结束本人的其他登录. */
export async function endOtherSessions(context: Context): Promise<{ readonly ended: number }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('session:end')
    const ended = await endSessions(tx, actor.accountId, sessionOf(actor).id)
    await record({ verb: 'session.end-others', subject: { kind: 'account', id: actor.accountId }, after: { ended } })
    return { ended }
  })
}

/** 结束一处登录 of anybody in the jurisdiction. */
export async function endSessionOf(context: Context, { id }: { readonly id: string }): Promise<void> {
  await change(context, async ({ tx, allow, record }) => {
    allow('session:administer')
    const found = (await liveSessions(tx, context)).find((each) => each.id === id)
    if (found === undefined) throw new AppError('NOT_FOUND')
    await tx.deleteFrom('session').where('id', '=', id).execute()
    await record({ verb: 'session.end', subject: { kind: 'account', id: found.account }, before: { session: id, address: found.address } })
  })
}

/** 结束全部登录 of an account; null: of everybody in the jurisdiction, but not the one it is done in. */
export async function endAllSessions(
  context: Context,
  { account }: { readonly account: string | null },
): Promise<{ readonly ended: number }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('session:administer')
    const accounts = await tx
      .selectFrom('account')
      .select('id')
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .$if(account !== null, (query) => query.where('id', '=', account ?? ''))
      .orderBy('id')
      .execute()
    if (accounts.length === 0) throw new AppError('NOT_FOUND')
    let ended = 0
    for (const { id } of accounts) ended += await endSessions(tx, id, sessionOf(actor).id)
    await record({ verb: 'session.end-all', subject: { kind: 'account', id: account ?? actor.accountId }, after: { account, ended } })
    return { ended }
  })
}

async function liveSessions(tx: Tx, { actor, now }: Context): Promise<readonly SessionOfSomebody[]> {
  const { seenAfter, openedAfter } = livesOf(now)
  const rows = await tx
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select(['session.id', 'session.address', 'session.agent', 'session.createdAt', 'session.seenAt'])
    .select(['account.id as account', 'account.name', 'account.login', 'account.post'])
    .where('account.jurisdictionId', '=', actor.jurisdictionId)
    .where('session.seenAt', '>', seenAfter)
    .where('session.createdAt', '>', openedAfter)
    .orderBy('session.seenAt', 'desc')
    .orderBy('session.id')
    .execute()
  return rows.map(({ createdAt, seenAt, post, ...row }) => ({
    ...row,
    post: Post.parse(post),
    createdAt: Instant.parse(createdAt),
    seenAt: Instant.parse(seenAt),
    isCurrent: row.id === actor.session?.id,
  }))
}
