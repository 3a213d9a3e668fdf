import type { Tx } from '#server/db/connect.ts'
import type { Actor, Context, Surroundings } from '#server/verb/context.ts'

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
  const by = entry.by ?? context.actor
  if (!by) throw new Error(`${entry.verb}: nobody to name in the journal`)
  await tx
    .insertInto('journalEntry')
    .values({
      jurisdictionId: by.jurisdictionId,
      id: context.newId(),
      at: context.now,
      actorId: by.accountId,
      actorName: by.name,
      actorPost: by.post,
      address: context.address,
      requestId: context.requestId,
      verb: entry.verb,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      result: entry.result ?? 'done',
      before: toJson(entry.before),
      after: toJson(entry.after),
    })
    .execute()
}

/** Appends many entries at once, for a verb that writes many things; it writes its own by `change` as well. */
export async function recordEntries(tx: Tx, context: Context, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return
  const { actor } = context
  await tx
    .insertInto('journalEntry')
    .values(
      entries.map(({ verb, subject, result = 'done', before, after }) => ({
        jurisdictionId: actor.jurisdictionId,
        id: context.newId(),
        at: context.now,
        actorId: actor.accountId,
        actorName: actor.name,
        actorPost: actor.post,
        address: context.address,
        requestId: context.requestId,
        verb,
        subjectKind: subject.kind,
        subjectId: subject.id,
        result,
        before: toJson(before),
        after: toJson(after),
      })),
    )
    .execute()
}

// as text: the driver would write an array as an array of the database
function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
