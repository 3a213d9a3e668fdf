import { signedIn } from '#server/http/implementer.ts'
import { listLater } from '#server/period-lock/later.ts'
import { listLocks } from '#server/period-lock/list.ts'
import { lock, unlock } from '#server/period-lock/lock.ts'

const { periodLock } = signedIn

export const periodLockRouter = {
  list: periodLock.list.handler(async ({ context }) => ({ today: context.asOf, locks: await listLocks(context) })),
  lock: periodLock.lock.handler(({ input, context }) => lock(context, input)),
  unlock: periodLock.unlock.handler(({ input, context }) => unlock(context, input)),
  later: periodLock.later.handler(({ input, context }) => listLater(context, input)),
}
