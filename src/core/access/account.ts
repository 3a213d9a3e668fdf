import * as z from 'zod'
import { Mark } from '#core/access/mark.ts'
import { type BusinessPost, isAdminPost, isBusinessPost, Post } from '#core/access/post.ts'
import { Instant } from '#core/day/day.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/**
 * 账号 as it is managed. `person`: whose it is; `initialUntil`: the printed password was not changed yet and is worth nothing from then on;
 * `lockedUntil`: too many wrong passwords; `signedInAt`: last, null where never; `clearance` 知悉级别: what is marked
 * higher is not there for it; `idleSince`: when it was last used, made or enabled.
 */
export const Account = z
  .object({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    post: Post,
    clearance: Mark,
    person: z.uuid().nullable(),
    initialUntil: Instant.nullable(),
    lockedUntil: Instant.nullable(),
    disabledAt: Instant.nullable(),
    signedInAt: Instant.nullable(),
    idleSince: Instant,
  })
  .readonly()
export type Account = z.infer<typeof Account>

/** Why an account cannot be changed so: it is one's own; the last of the office, or of an administrator's post, that can sign in; or it stands so already. */
export type AccountRefusal = 'own-account' | 'last-office-account' | 'last-administrator' | 'nothing-changed'

/** What a decision looks at: the account, whose decision it is, and every account of the jurisdiction. */
export interface AccountFacts {
  readonly account: Account
  readonly by: string
  readonly all: readonly Account[]
}

/** 停用: nobody disables their own account, and one of the office and of each administrator stays. */
export function disableAccount(facts: AccountFacts, now: Instant): Outcome<Account, AccountRefusal> {
  const { account, by } = facts
  if (account.id === by) return refuse('own-account')
  if (account.disabledAt !== null) return refuse('nothing-changed')
  const missed = missedWithout(facts)
  return missed === null ? accept({ ...account, disabledAt: now }) : refuse(missed)
}

/** 启用. */
export function enableAccount({ account }: AccountFacts, now: Instant): Outcome<Account, AccountRefusal> {
  return account.disabledAt === null ? refuse('nothing-changed') : accept({ ...account, disabledAt: null, idleSince: now })
}

/** 调整岗位 on trial: nobody changes their own, and one account of the office stays. */
export function changePost(facts: AccountFacts, post: BusinessPost): Outcome<Account, AccountRefusal> {
  const { account, by } = facts
  if (account.id === by) return refuse('own-account')
  if (account.post === post) return refuse('nothing-changed')
  const missed = missedWithout(facts)
  return missed === null ? accept({ ...account, ...heldWith(account, post) }) : refuse(missed)
}

/** 解锁, before the lock runs out by itself. */
export function unlockAccount({ account }: AccountFacts, now: Instant): Outcome<Account, AccountRefusal> {
  return account.lockedUntil === null || account.lockedUntil <= now ? refuse('nothing-changed') : accept({ ...account, lockedUntil: null })
}

/** 重置密码: of another person; one's own is changed with the current one. */
export function resetPassword({ account, by }: AccountFacts, until: Instant): Outcome<Account, AccountRefusal> {
  return account.id === by ? refuse('own-account') : accept({ ...account, initialUntil: until, lockedUntil: null })
}

/** A post with the clearance that goes with it: none but for business, where what was given before stays. */
export function heldWith(
  { post: former, clearance }: Pick<Account, 'post' | 'clearance'>,
  post: Post,
): Pick<Account, 'post' | 'clearance'> {
  if (!isBusinessPost(post)) return { post, clearance: 'public' }
  return { post, clearance: isBusinessPost(former) ? clearance : 'internal' }
}

/** What would be missed if nobody could sign in with the account, or it no longer had its post; null: nothing. */
export function missedWithout({ account, all }: AccountFacts): 'last-office-account' | 'last-administrator' | null {
  if (account.post !== 'office' && !isAdminPost(account.post)) return null
  const stays = all.some((other) => other.id !== account.id && other.post === account.post && other.disabledAt === null)
  if (stays || account.disabledAt !== null) return null
  return account.post === 'office' ? 'last-office-account' : 'last-administrator'
}
