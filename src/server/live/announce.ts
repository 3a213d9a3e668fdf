import { type RawBuilder, sql } from 'kysely'
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

/** What tells every process, once the transaction commits, that nouns of a jurisdiction have changed; null where none has. Transactions that tell commit one after the other. */
export function announcementOf(jurisdictionId: string, nouns: readonly string[]): RawBuilder<unknown> | null {
  if (nouns.length === 0) return null
  return sql`pg_notify(${CHANNEL}, ${JSON.stringify({ jurisdictionId, nouns } satisfies Announcement)})`
}

/** Tells it in a statement of its own. Call it once, as the last thing in the transaction. */
export async function announce(tx: Tx, jurisdictionId: string, nouns: readonly string[]): Promise<void> {
  const announcement = announcementOf(jurisdictionId, nouns)
  if (announcement !== null) await sql`select ${announcement}`.execute(tx)
}
