import type { Account } from '#core/access/account.ts'
import { missedWithout } from '#core/access/account.ts'
import { addDays, Day } from '#core/day/day.ts'

/** So many days without a sign-in make an account idle (GB/T 22239-2019, 8.1.4.2 c). */
const IDLE_DAYS = 90

/** Whether nobody has used an account for so long, as of a day. */
export function isIdle({ idleSince, disabledAt }: Pick<Account, 'idleSince' | 'disabledAt'>, asOf: Day): boolean {
  return disabledAt === null && Day.parse(idleSince.slice(0, 10)) < addDays(asOf, -IDLE_DAYS)
}

/** 长期未用: the accounts to be disabled as of a day; the last of the office and of each administrator stay, or nobody could enable another. */
export function toDisable(all: readonly Account[], asOf: Day): readonly Account[] {
  const gone: Account[] = []
  for (const account of all) {
    if (!isIdle(account, asOf)) continue
    const left = all.filter((other) => !gone.includes(other))
    if (missedWithout({ account, by: '', all: left }) === null) gone.push(account)
  }
  return gone
}
