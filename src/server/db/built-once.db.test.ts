import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtOnce } from '#server/db/built-once.ts'
import { scopeTo, type Tx } from '#server/db/connect.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

const [J, OTHER] = [uuidv7(), uuidv7()]
const { db, close } = await freshDatabase()
beforeAll(async () => {
  for (const id of [J, OTHER])
    await db.insertInto('jurisdiction').values({ id, name: '某院', createdAt: '2026-03-02T01:00:00.000Z' }).execute()
})
afterAll(close)

let times = 0
type Name = Readonly<Record<'jurisdictionId' | 'role' | 'name', string>>
const add = builtOnce((tx: Tx, row: Name) => {
  times += 1
  return tx.insertInto('ledgerName').values(row)
})
const inOwn = (given: Name) => db.transaction().execute((tx) => add(scopeTo(tx, J), given))
const names = async () =>
  (await db.selectFrom('ledgerName').select(['role', 'name']).where('jurisdictionId', '=', J).orderBy('name').execute()).map((row) => [
    row.role,
    row.name,
  ])

test('a statement is put together once and given other values each time; two that are the same at first are told apart later', async () => {
  await inOwn({ jurisdictionId: J, role: 'unit', name: 'unit' })
  await inOwn({ jurisdictionId: J, role: 'unit', name: 'a' })
  await inOwn({ jurisdictionId: J, role: 'leader', name: 'b' })
  await inOwn({ jurisdictionId: J, role: 'leader', name: 'leader' })
  expect(await names()).toEqual([
    ['unit', 'a'],
    ['leader', 'b'],
    ['leader', 'leader'],
    ['unit', 'unit'],
  ])
  expect(times).toBe(2)
})

test('it never writes into another jurisdiction than the transaction’s own', async () => {
  await expect(inOwn({ jurisdictionId: OTHER, role: 'unit', name: 'c' })).rejects.toThrow('another jurisdiction')
})
