import { Post } from '#core/access/post.ts'
import { personOf } from '#server/access/person-of.ts'
import type { Db } from '#server/db/connect.ts'
import type { Files } from '#server/files/store.ts'
import type { JobOrigin } from '#server/jobs/jobs.ts'
import { type Clock, dayInShanghai } from '#server/platform/clock.ts'
import { modeOf } from '#server/setup/mode.ts'
import type { Context } from '#server/verb/context.ts'

/** The parts a job may use. */
export interface JobParts {
  readonly db: Db
  readonly clock: Clock
  readonly newId: () => string
  readonly files: Files
}

/** The surroundings of a job: it acts for the account that queued it, as that account stands now. Throws where the account is gone or disabled. */
export async function jobContext(
  parts: JobParts,
  { accountId, jurisdictionId, requestId }: JobOrigin,
): Promise<Context & { readonly files: Files }> {
  const account = await parts.db
    .selectFrom('account')
    .innerJoin('jurisdiction', 'jurisdiction.id', 'account.jurisdictionId')
    .select(['account.name', 'account.post', 'jurisdiction.inServiceSince'])
    .where('account.id', '=', accountId)
    .where('account.jurisdictionId', '=', jurisdictionId)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirstOrThrow()
  const now = parts.clock()
  return {
    db: parts.db,
    files: parts.files,
    newId: parts.newId,
    now,
    asOf: dayInShanghai(now),
    requestId,
    address: null,
    actor: {
      accountId,
      jurisdictionId,
      name: account.name,
      post: Post.parse(account.post),
      mode: modeOf(account),
      ...(await personOf(parts.db, { jurisdictionId, accountId, asOf: dayInShanghai(now) })),
    },
  }
}
