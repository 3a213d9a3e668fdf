import { Post } from '#core/access/post.ts'
import { recordEntry } from '#server/journal/record.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** Notes a sign-in, or another guess at a secret, that failed: in the journal of the account's jurisdiction, or, where no account has the login, apart and without the login. */
export async function recordFailedSignIn(
  context: Surroundings,
  by: { readonly loginKey: string } | { readonly id: string },
  verb = 'session.sign-in',
): Promise<void> {
  const { db, now, requestId, address } = context
  await db.transaction().execute(async (tx) => {
    const account = await tx
      .selectFrom('account')
      .select(['id', 'jurisdictionId', 'name', 'post', 'lockedUntil', 'disabledAt'])
      .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('loginKey', '=', by.loginKey)))
      .executeTakeFirst()
    if (!account) {
      await tx
        .insertInto('unknownSignIn')
        .values({ id: context.newId(), at: now, address: address ?? '', requestId })
        .execute()
      return
    }
    const state = account.disabledAt !== null ? 'disabled' : account.lockedUntil !== null && account.lockedUntil > now ? 'locked' : 'open'
    await recordEntry(tx, context, {
      verb,
      subject: { kind: 'account', id: account.id },
      after: { account: state },
      result: 'refused',
      by: { accountId: account.id, jurisdictionId: account.jurisdictionId, name: account.name, post: Post.parse(account.post) },
    })
  })
}
