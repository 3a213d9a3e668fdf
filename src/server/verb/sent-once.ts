import * as z from 'zod'
import { refuse } from '#core/outcome/outcome.ts'
import type { Tx } from '#server/db/connect.ts'
import { addMinutes } from '#server/platform/clock.ts'
import { accepted } from '#server/plan/accepted.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** 重复提交: a request that says by a key of its own (`Idempotency-Key`) that it may come twice. */
export interface Sent {
  readonly key: string
  /** Of what is asked, so that a key is not used for something else. */
  readonly digest: string
  /** The how-manyeth change of the request comes next. */
  readonly next: () => number
}

/** What a change gave when it was done, or that it is new. */
export type Former<T> =
  | { readonly isNew: true; readonly keep: (result: T, verbs: readonly string[]) => Promise<void> }
  | { readonly isNew: false; readonly result: T }

const KEPT_MINUTES = 24 * 60
/** What verbs of these nouns give may be a secret that is shown once. */
const SHOWN_ONCE: ReadonlySet<string> = new Set(['session', 'setup', 'account', 'factor'])
const SECRET = /"\w*(?:password|secret|token|seed)\w*":/i

/**
 * Reserves the key of a request in the transaction of its change: who comes second waits for the first and is given what it gave. REFUSED with
 * `key-used-otherwise` where the key was sent with something else, with `done-already` where what was given is not kept.
 */
export async function formerOf<T>(tx: Tx, { actor, sent, now }: Surroundings): Promise<Former<T>> {
  if (actor === null || sent === undefined) return { isNew: true, keep: async () => undefined }
  const { jurisdictionId, accountId } = actor
  const own = { jurisdictionId, accountId, key: sent.key, nth: sent.next() }
  await tx
    .deleteFrom('sentOnce')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('accountId', '=', accountId)
    .where('at', '<', addMinutes(now, -KEPT_MINUTES))
    .execute()
  const reserved = await tx
    .insertInto('sentOnce')
    .values({ ...own, digest: sent.digest, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  const row = tx
    .selectFrom('sentOnce')
    .select(['digest', 'answer'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('accountId', '=', accountId)
    .where('key', '=', own.key)
    .where('nth', '=', own.nth)
  if (reserved !== undefined)
    return {
      isNew: true,
      async keep(result, verbs) {
        const answer = keptOf(result, verbs)
        if (answer === null) return
        await tx
          .updateTable('sentOnce')
          .set({ answer })
          .where('jurisdictionId', '=', jurisdictionId)
          .where('accountId', '=', accountId)
          .where('key', '=', own.key)
          .where('nth', '=', own.nth)
          .execute()
      },
    }
  const found = await row.executeTakeFirstOrThrow()
  if (found.digest !== sent.digest) accepted(refuse('key-used-otherwise'))
  if (found.answer === null) accepted(refuse('done-already'))
  return { isNew: false, result: z.custom<{ readonly result: T }>().parse(found.answer).result }
}

/** What is kept of a result: its JSON, where that says all of it and nothing that is shown once. */
function keptOf(result: unknown, verbs: readonly string[]): string | null {
  const json = JSON.stringify({ result })
  const isSecret = verbs.some((verb) => SHOWN_ONCE.has(verb.split('.')[0] ?? '')) || SECRET.test(json)
  return isSecret || !isPlain(result) ? null : json
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain)
  if (typeof value !== 'object' || value === null) return !['bigint', 'function', 'symbol'].includes(typeof value)
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain)
}
