import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tx } from '#server/db/connect.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

const { db, close } = await freshDatabase()
const ids = Array.from({ length: 8 }, () => uuidv7())
beforeAll(async () => {
  for (const id of ids)
    await db
      .insertInto('jurisdiction')
      .values({ id, name: `第${id}`, createdAt: '2026-03-02T01:00:00.000Z' })
      .execute()
})
afterAll(close)

/** The statements that the connection of a transaction keeps prepared and that look like this. */
async function kept(tx: Tx, like: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_prepared_statements where statement like ${like}`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

test('what comes again and again is prepared once, and gives what each time asks', async () => {
  await db.transaction().execute(async (tx) => {
    for (const id of ids) {
      const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', id).executeTakeFirstOrThrow()
      expect(name).toBe(`第${id}`)
    }
    expect(await kept(tx, 'select "name" from "jurisdiction" where "id" = $1')).toBe(1)
  })
})

const find = (tx: Tx, id: string) => tx.selectFrom('jurisdiction').select('createdAt').where('id', '=', id).execute()

test('an error in a prepared statement leaves it usable', async () => {
  await db.transaction().execute(async (tx) => {
    for (const id of ids) await find(tx, id)
  })
  await expect(db.transaction().execute((tx) => find(tx, 'x'))).rejects.toThrow('uuid')
  expect(await db.transaction().execute((tx) => find(tx, ids[0] ?? ''))).toHaveLength(1)
})

test('what selects all columns is not, for columns are added; what only reads is planned for what it asks', async () => {
  await db.transaction().execute(async (tx) => {
    for (const id of ids) await tx.selectFrom('jurisdiction').selectAll().where('id', '=', id).execute()
    expect(await kept(tx, 'select * from "jurisdiction" where%')).toBe(0)
  })
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      for (const id of ids) await tx.selectFrom('jurisdiction').select(['id', 'name']).where('name', '=', id).execute()
      expect(await kept(tx, 'select "id", "name" from "jurisdiction" where%')).toBe(0)
    })
})
