import * as z from 'zod'
import { Post } from '#core/access/post.ts'
import { Instant } from '#core/day/day.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/**
 * 账号 as the office manages it. `person`: whose it is; `initialUntil`: the printed password was not changed yet and is worth nothing from then on;
 * `lockedUntil`: too many wrong passwords; `signedInAt`: last, null where never.
 */
export const Account = z
  .object({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    post: Post,
    person: z.uuid().nullable(),
    initialUntil: Instant.nullable(),
    lockedUntil: Instant.nullable(),
    disabledAt: Instant.nullable(),
    signedInAt: Instant.nullable(),
  })
  .readonly()
export type Account = z.infer<typeof Account>

/** Why an account cannot be changed so: it is one's own; the last of the office that can sign in; or it stands so already. */
export type AccountRefusal = 'own-account' | 'last-office-account' | 'nothing-changed'

/** What a decision looks at: the account, whose decision it is, and every account of the jurisdiction. */
export interface AccountFacts {
  readonly account: Account
  readonly by: string
  readonly all: readonly Account[]
}

/** 停用: nobody disables their own account, and one of the office stays. */
export function disableAccount(facts: AccountFacts, now: Instant): Outcome<Account, AccountRefusal> {
  const { account, by } = facts
  if (account.id === by) return refuse('own-account')
  if (account.disabledAt !== null) return refuse('nothing-changed')
  return staysInOffice(facts, null) ? accept({ ...account, disabledAt: now }) : refuse('last-office-account')
}

/** 启用. */
export function enableAccount({ account }: AccountFacts): Outcome<Account, AccountRefusal> {
  return account.disabledAt === null ? refuse('nothing-changed') : accept({ ...account, disabledAt: null })
}

/** 调整岗位: nobody changes their own, and one account of the office stays. */
export function changePost(facts: AccountFacts, post: Post): Outcome<Account, AccountRefusal> {
  const { account, by } = facts
  if (account.id === by) return refuse('own-account')
  if (account.post === post) return refuse('nothing-changed')
  return staysInOffice(facts, post) ? accept({ ...account, post }) : refuse('last-office-account')
}

/** 解锁, before the lock runs out by itself. */
export function unlockAccount({ account }: AccountFacts, now: Instant): Outcome<Account, AccountRefusal> {
  return account.lockedUntil === null || account.lockedUntil <= now ? refuse('nothing-changed') : accept({ ...account, lockedUntil: null })
}

/** 重置密码: of another person; one's own is changed with the current one. */
export function resetPassword({ account, by }: AccountFacts, until: Instant): Outcome<Account, AccountRefusal> {
  return account.id === by ? refuse('own-account') : accept({ ...account, initialUntil: until, lockedUntil: null })
}

function staysInOffice({ account, all }: AccountFacts, post: Post | null): boolean {
  return post === 'office' || all.some((other) => other.id !== account.id && other.post === 'office' && other.disabledAt === null)
}
