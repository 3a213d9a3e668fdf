import { sql } from 'kysely'
import * as z from 'zod'
import type { Tx } from '#server/db/connect.ts'

/** The channel on which the processes on one database tell each other what has changed. */
export const CHANNEL = 'xiaohao_live'

/** What has changed where: nouns alone, never contents. */
export const Announcement = z.strictObject({ jurisdictionId: z.string(), nouns: z.array(z.string()).readonly() })
export type Announcement = z.infer<typeof Announcement>

/** Verbs of these nouns change nothing that others see. */
const UNSEEN: ReadonlySet<string> = new Set(['session', 'setup', 'permission', 'saved-view'])
/** Verbs that only hand something out. */
const READING = /\.(export|read|view|download)$/

/** The nouns that others see changed by some verbs (`record.enter` → `record`). */
export function nounsOf(verbs: readonly string[]): readonly string[] {
  const nouns = verbs.filter((verb) => !READING.test(verb)).map((verb) => verb.split('.')[0] ?? verb)
  return [...new Set(nouns)].filter((noun) => !UNSEEN.has(noun))
}

/**
 * Tells every process, once the transaction commits, that nouns of a jurisdiction have changed. Call it once, as the last thing in the transaction:
 * transactions that notify commit one after the other.
 */
export async function announce(tx: Tx, jurisdictionId: string, nouns: readonly string[]): Promise<void> {
  if (nouns.length === 0) return
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ jurisdictionId, nouns } satisfies Announcement)})`.execute(tx)
}
