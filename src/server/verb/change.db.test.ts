import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

const now = Instant.parse('2026-03-02T01:00:00.000Z')
const J = uuidv7()
const OTHER = uuidv7()
const database = await freshDatabase()
const context: Context = {
  db: database.db,
  actor: { accountId: uuidv7(), jurisdictionId: J, name: '张三', post: 'office', mode: 'trial', person: null },
  now,
  asOf: dayInShanghai(now),
  requestId: 'r1',
  address: '127.0.0.1',
  newId: uuidv7,
}
const row = () => ({ jurisdictionId: J, id: uuidv7(), sha256: '0'.repeat(64), name: 'x', bytes: 1, storedBy: uuidv7(), storedAt: now })
const entry = { verb: 'file.store', subject: { kind: 'file', id: 'x' }, before: null, after: ['一', { n: 1 }] }
const countOf = async (table: string) => Number((await database.pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n)

beforeAll(async () => {
  for (const id of [J, OTHER]) await database.db.insertInto('jurisdiction').values({ id, name: '某院', createdAt: now }).execute()
})
beforeEach(async () => {
  await database.pool.query('DELETE FROM stored_file')
})
afterAll(database.close)

describe('a change', () => {
  test('is saved with its journal entry', async () => {
    const before = await countOf('journal_entry')
    await change(context, async ({ tx, allow, record }) => {
      allow('file:store')
      await tx.insertInto('storedFile').values(row()).execute()
      await record(entry)
    })
    expect([await countOf('stored_file'), await countOf('journal_entry')]).toEqual([1, before + 1])
    const { rows } = await database.pool.query('SELECT * FROM journal_entry ORDER BY id DESC LIMIT 1')
    expect(rows[0]).toMatchObject({
      jurisdiction_id: J,
      at: now,
      actor_name: '张三',
      actor_post: 'office',
      address: '127.0.0.1',
      request_id: 'r1',
      verb: 'file.store',
      result: 'done',
      after: ['一', { n: 1 }],
    })
  })

  test.for([
    ['without allow', async ({ tx }) => void (await tx.insertInto('storedFile').values(row()).execute()), 'without allow and record'],
    [
      'without record',
      async ({ tx, allow }) => {
        allow('file:store')
        await tx.insertInto('storedFile').values(row()).execute()
      },
      'without allow and record',
    ],
    [
      'with record before allow',
      async ({ record, allow }) => {
        await record(entry)
        allow('file:store')
      },
      'record before allow',
    ],
    [
      'that fails after its record',
      async ({ tx, allow, record }) => {
        allow('file:store')
        await tx.insertInto('storedFile').values(row()).execute()
        await record(entry)
        throw new Error('late')
      },
      'late',
    ],
    [
      'that names another jurisdiction',
      async ({ tx, allow, record }) => {
        allow('file:store')
        await record(entry)
        await tx
          .insertInto('storedFile')
          .values({ ...row(), jurisdictionId: OTHER })
          .execute()
      },
      'another jurisdiction',
    ],
  ] satisfies [string, Parameters<typeof change<Context, void>>[1], string][])('%s leaves nothing', async ([, work, message]) => {
    const before = await countOf('journal_entry')
    await expect(change(context, work)).rejects.toThrow(message)
    expect([await countOf('stored_file'), await countOf('journal_entry')]).toEqual([0, before])
  })

  test('by nobody is refused', async () => {
    const nobody = { ...context, actor: null }
    const work = change(nobody, async ({ allow, record }) => {
      allow('file:store')
      await record(entry)
    })
    await expect(work).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a view', () => {
  test('sees its own jurisdiction, and writes nothing', async () => {
    const read = view(context, async ({ tx, allow, actor }) => {
      allow('plan:read')
      return tx.selectFrom('storedFile').selectAll().where('jurisdictionId', '=', actor.jurisdictionId).execute()
    })
    expect(await read).toEqual([])
    const write = view(context, async ({ tx, allow }) => {
      allow('plan:read')
      await tx.insertInto('storedFile').values(row()).execute()
    })
    await expect(write).rejects.toMatchObject({ code: '25006' })
  })

  test('without allow gives nothing', async () => {
    await expect(view(context, async () => 'secret')).rejects.toThrow('without allow')
  })

  test('of another jurisdiction is refused', async () => {
    const read = view(context, async ({ tx, allow }) => {
      allow('plan:read')
      return tx.selectFrom('storedFile').selectAll().where('jurisdictionId', '=', OTHER).execute()
    })
    await expect(read).rejects.toThrow('another jurisdiction')
  })
})
