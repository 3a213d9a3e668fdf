import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#server/db/connect.ts'
import type { Actor, Surroundings } from '#server/verb/context.ts'

/** 操作留痕: what one verb did to one subject. `before` and `after` are plain values; secrets never stand in them. */
export interface JournalEntry {
  /** Name of the verb, `noun.verb`: `plan.import`. */
  readonly verb: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly before?: unknown
  readonly after?: unknown
  /** `done` unless said otherwise. */
  readonly result?: 'done' | 'refused'
  /** Who it was, where nobody is signed in yet (set-up, sign-in) or the program did it by itself (`accountId` null). */
  readonly by?: Pick<Actor, 'jurisdictionId' | 'name'> & { readonly accountId: string | null; readonly post: Actor['post'] | null }
}

/** Appends an entry in the transaction of the change it tells of. Verbs call it through `change`. */
export async function recordEntry(tx: Tx, context: Omit<Surroundings, 'db'>, entry: JournalEntry): Promise<void> {
  await recordEntries(tx, context, [entry])
}

/** So many rows go into one statement. */
const AT_ONCE = 1000

/** Appends many entries at once, for a verb that writes many things; it writes its own by `change` as well. `told`: said to others once the transaction commits. */
export async function recordEntries(
  tx: Tx,
  context: Omit<Surroundings, 'db'>,
  entries: readonly JournalEntry[],
  told: RawBuilder<unknown> | null = null,
): Promise<void> {
  for (let at = 0; at < entries.length; at += AT_ONCE)
    await tx
      .insertInto('journalEntry')
      .values(entries.slice(at, at + AT_ONCE).map((entry) => rowOf(context, entry)))
      // the same said twice in a transaction is heard once
      .$if(told !== null, (query) => query.returning((told ?? sql`null`).as('told')))
      .execute()
}

function rowOf({ actor, now, newId, address, requestId }: Omit<Surroundings, 'db'>, entry: JournalEntry) {
  const by = entry.by ?? actor
  if (!by) throw new Error(`${entry.verb}: nobody to name in the journal`)
  return {
    jurisdictionId: by.jurisdictionId,
    id: newId(),
    at: now,
    actorId: by.accountId,
    actorName: by.name,
    actorPost: by.post,
    actorOrg: entry.by === undefined ? (actor?.org ?? null) : null,
    address,
    requestId,
    verb: entry.verb,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    result: entry.result ?? 'done',
    before: toJson(entry.before),
    after: toJson(entry.after),
  }
}

// as text: the driver would write an array as an array of the database
function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
