import { mkdtempSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { clearBytes, discardFile, storeFile } from '#server/files/stored-file.ts'
import { openFiles } from '#server/files/store.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import type { Context } from '#server/verb/context.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

const now = Instant.parse('2026-03-02T01:00:00.000Z')
const J = uuidv7()
const database = await freshDatabase()
const folder = mkdtempSync('/tmp/xiaohao-stored-')
const files = await openFiles(folder)
const { db } = database
const context: Context = {
  db,
  actor: { accountId: uuidv7(), jurisdictionId: J, name: '张三', post: 'office', mode: 'trial', person: null },
  now,
  asOf: dayInShanghai(now),
  requestId: 'r1',
  address: null,
  newId: uuidv7,
}

beforeAll(async () => {
  await db.insertInto('jurisdiction').values({ id: J, name: '某院', createdAt: now }).execute()
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

async function store(content: string): Promise<{ id: string; sha256: string }> {
  const file = await files.receive(Buffer.from(content))
  const id = await db.transaction().execute((tx) => storeFile(tx, context, file, 'x.txt'))
  return { id, sha256: file.sha256 }
}

test('a discarding that is undone keeps its bytes', async () => {
  const { id, sha256 } = await store('undone')
  const undone = db.transaction().execute(async (tx) => {
    expect(await discardFile(tx, context, id)).toBe(sha256)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await files.get(J, sha256)).toEqual(Buffer.from('undone'))
})

test('bytes stay while another row refers to them, and go with the last', async () => {
  const [first, second] = [await store('twice'), await store('twice')]
  for (const [{ id, sha256 }, isLast] of [
    [first, false],
    [second, true],
  ] as const) {
    await db.transaction().execute((tx) => discardFile(tx, context, id))
    await clearBytes(context, files, sha256)
    const found = await files.get(J, sha256).then(String, () => null)
    expect(found).toBe(isLast ? null : 'twice')
  }
})
