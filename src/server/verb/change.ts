import { can, type Permission } from '#core/access/policy.ts'
import { isAdministrative } from '#core/authn/administrative.ts'
import { isDangerous } from '#core/authn/dangerous.ts'
import { demandRecentSignIn } from '#server/authn/sessions/recent.ts'
import { loadScope, type Scope } from '#server/access/load-scope.ts'
import { scopeTo, type Tx } from '#server/db/connect.ts'
import { type JournalEntry, recordEntries, recordEntry } from '#server/journal/record.ts'
import { announcementOf, nounsOf } from '#server/live/announce.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context, Surroundings } from '#server/verb/context.ts'
import { formerOf } from '#server/verb/sent-once.ts'

/** What is noted where the one asking was refused; what is not seen and what is not there answer alike, and are noted alike. */
const REFUSALS: ReadonlySet<string> = new Set(['FORBIDDEN', 'ADDRESS_NOT_ALLOWED', 'NOT_FOUND'])

/** What the work of a verb gets. */
export interface Change<Caller extends Surroundings> {
  /** The transaction. Where somebody is signed in, it sees their jurisdiction only. */
  readonly tx: Tx
  readonly actor: Caller['actor']
  /** Refuses (FORBIDDEN) what the policy does not give the caller. */
  readonly allow: (permission: Permission) => void
  /** What the caller sees and for whom they enter records, loaded when it is first asked for. */
  readonly scope: () => Promise<Scope>
  /** Writes the journal entry of the change, when its work is done: in one statement with all others, and with what tells other processes. */
  readonly record: (entry: JournalEntry) => Promise<void>
}

/**
 * Runs a verb that writes: load → allow → decide → save → record, in one transaction. Commits only when the work returned, `allow` was called
 * before the first `record`, and at least one `record` was written; anything else undoes everything. What was sent and done before under the same key is not
 * done again: it gives what it gave.
 */
export async function change<Caller extends Surroundings, T>(context: Caller, work: (change: Change<Caller>) => Promise<T>): Promise<T> {
  const asked: Permission[] = []
  const entries: JournalEntry[] = []
  try {
    return await context.db.transaction().execute(async (raw) => {
      const tx = context.actor ? scopeTo(raw, context.actor.jurisdictionId) : raw
      const former = await formerOf<T>(raw, context)
      if (!former.isNew) return former.result
      const result = await work({
        tx,
        actor: context.actor,
        allow(permission) {
          asked.push(permission)
          demand(context, permission)
        },
        scope: scopeLoader(tx, context),
        async record(entry) {
          if (asked.length === 0) throw new Error(`${entry.verb}: record before allow`)
          entries.push(entry)
        },
      })
      if (asked.length === 0 || entries.length === 0) throw new Error('a change without allow and record')
      const verbs = entries.map(({ verb }) => verb)
      await former.keep(result, verbs)
      await recordEntries(raw, context, entries, context.actor && announcementOf(context.actor.jurisdictionId, nounsOf(verbs)))
      return result
    })
  } catch (error) {
    await noteRefusal(context, error, asked.at(-1))
    throw error
  }
}

/** What the work of a reading verb gets. */
export interface View {
  /** A read-only snapshot that sees the actor's jurisdiction only. */
  readonly tx: Tx
  readonly actor: Context['actor']
  /** Refuses (FORBIDDEN) what the policy does not give the caller. */
  readonly allow: (permission: Permission) => void
  /** What the caller sees, loaded when it is first asked for. A verb that others than the office may ask applies it to every row. */
  readonly scope: () => Promise<Scope>
}

/** Runs a verb that reads: everything it sees stood at one instant. Throws when the work never called `allow`. */
export async function view<T>(context: Context, work: (view: View) => Promise<T>): Promise<T> {
  const asked: Permission[] = []
  try {
    return await context.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (raw) => {
        const tx = scopeTo(raw, context.actor.jurisdictionId)
        const result = await work({
          tx,
          actor: context.actor,
          allow(permission) {
            asked.push(permission)
            demand(context, permission)
          },
          scope: scopeLoader(tx, context),
        })
        if (asked.length === 0) throw new Error('a view without allow')
        return result
      })
  } catch (error) {
    await noteRefusal(context, error, asked.at(-1))
    throw error
  }
}

function scopeLoader(tx: Tx, { actor, asOf }: Surroundings): () => Promise<Scope> {
  let loaded: Promise<Scope> | null = null
  return () => {
    if (actor === null) throw new Error('nobody is signed in: there is no scope')
    loaded ??= loadScope(tx, actor, asOf)
    return loaded
  }
}

/**
 * Refuses (FORBIDDEN) what the policy does not give the caller, and (ADDRESS_NOT_ALLOWED) what administrators do from elsewhere than they may, and
 * (RECENT_SIGN_IN_REQUIRED) what is dangerous and was not preceded by a sign-in of late; for verbs outside of
 * `change` and `view`.
 */
export function demand(context: Surroundings, permission: Permission): void {
  if (!can(context.actor, permission)) throw new AppError('FORBIDDEN')
  if (context.isOutsideAdministration === true && isAdministrative(permission)) throw new AppError('ADDRESS_NOT_ALLOWED')
  // a job acts for whoever queued it, who was asked then
  if (context.actor?.session !== undefined && isDangerous(permission)) demandRecentSignIn({ actor: context.actor, now: context.now })
}

/** Journals that somebody who is signed in was refused. What a job does not find is no refusal. */
async function noteRefusal(context: Surroundings, error: unknown, permission: Permission | undefined): Promise<void> {
  if (!(error instanceof AppError) || !REFUSALS.has(error.code) || !context.actor) return
  if (error.code === 'NOT_FOUND' && context.actor.session === undefined) return
  const verb = permission ?? 'unknown'
  const entry = { verb, subject: { kind: 'permission', id: verb }, after: { answer: error.code }, result: 'refused' } as const
  await context.db.transaction().execute((tx) => recordEntry(tx, context, entry))
}
