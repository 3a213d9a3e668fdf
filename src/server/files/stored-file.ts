import { sql } from 'kysely'
import type { Tx } from '#server/db/connect.ts'
import type { Files, ReceivedFile } from '#server/files/store.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

/** Keeps a received file and writes its row, in the transaction of the verb; gives its id. `name`: as the person called it. */
export async function storeFile(tx: Tx, context: Context, file: ReceivedFile, name: string): Promise<string> {
  const { actor, now, newId } = context
  const id = newId()
  await lockContent(tx, actor.jurisdictionId, file.sha256)
  await file.keep(actor.jurisdictionId)
  await tx
    .insertInto('storedFile')
    .values({
      jurisdictionId: actor.jurisdictionId,
      id,
      sha256: file.sha256,
      name,
      bytes: file.bytes,
      storedBy: actor.accountId,
      storedAt: now,
    })
    .execute()
  return id
}

/** The bytes and the name of a stored file; NOT_FOUND where the actor's jurisdiction has none of that id. */
export async function readStoredFile(tx: Tx, { actor }: Pick<Context, 'actor'>, files: Files, id: string) {
  const row = await tx
    .selectFrom('storedFile')
    .select(['name', 'sha256'])
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('NOT_FOUND')
  return { ...row, content: await files.get(actor.jurisdictionId, row.sha256) }
}

/** Removes the row of a file, in the transaction of the verb, and gives the hash of its bytes for `clearBytes`. Null where it is gone already. */
export async function discardFile(tx: Tx, { actor }: Pick<Context, 'actor'>, id: string): Promise<string | null> {
  const row = await tx
    .deleteFrom('storedFile')
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .returning('sha256')
    .executeTakeFirst()
  return row?.sha256 ?? null
}

/** Removes bytes that no row refers to. Called once the discarding is committed: undone, it could not bring the bytes back. */
export async function clearBytes({ db, actor }: Pick<Context, 'db' | 'actor'>, files: Files, sha256: string): Promise<void> {
  const { jurisdictionId } = actor
  await db.transaction().execute(async (tx) => {
    await lockContent(tx, jurisdictionId, sha256)
    const referring = await tx
      .selectFrom('storedFile')
      .select('id')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    if (!referring) await files.remove(jurisdictionId, sha256)
  })
}

/** Until the transaction ends: nobody removes these bytes while somebody else is about to refer to them. */
export async function lockContent(tx: Tx, jurisdictionId: string, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${jurisdictionId}/${sha256}`}, 0))`.execute(tx)
}
