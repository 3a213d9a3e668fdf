import { toDisable } from '#core/access/idle.ts'
import type { Instant } from '#core/day/day.ts'
import { saveAccount } from '#server/account/change.ts'
import { lockAccounts } from '#server/account/load.ts'
import { endSessions } from '#server/authn/sessions/session.ts'
import type { Db } from '#server/db/connect.ts'
import { recordEntry } from '#server/journal/record.ts'
import { dayInShanghai } from '#server/platform/clock.ts'

/** What the program does by itself is the program's. */
const PROGRAM = '系统'

/** 长期未用: disables the accounts that nobody has used for 90 days, in every jurisdiction. Gives how many. */
export async function disableIdle(parts: { readonly db: Db; readonly newId: () => string; readonly now: Instant }): Promise<number> {
  const jurisdictions = await parts.db.selectFrom('jurisdiction').select('id').orderBy('id').execute()
  let disabled = 0
  for (const { id } of jurisdictions) disabled += await disableIn(id, parts)
  return disabled
}

async function disableIn(
  jurisdictionId: string,
  { db, newId, now }: { readonly db: Db; readonly newId: () => string; readonly now: Instant },
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const asOf = dayInShanghai(now)
    const idle = toDisable(await lockAccounts(tx, jurisdictionId), asOf)
    for (const account of idle) {
      await saveAccount(tx, jurisdictionId, { ...account, disabledAt: now })
      await endSessions(tx, account.id)
      const by = { accountId: null, jurisdictionId, name: PROGRAM, post: null }
      const context = { actor: null, newId, now, asOf, requestId: newId(), address: null }
      const after = { idleSince: account.idleSince }
      await recordEntry(tx, context, { verb: 'account.disable-idle', subject: { kind: 'account', id: account.id }, after, by })
    }
    return idle.length
  })
}
