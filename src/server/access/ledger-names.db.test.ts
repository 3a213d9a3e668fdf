import { afterAll, beforeAll, expect, test } from 'vitest'
import { cachedLedgerNames } from '#server/access/ledger-names.ts'
import { saveLedgerNames } from '#server/access/save-names.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

const J = uuidv7()
const database = await freshDatabase()
beforeAll(() => database.db.insertInto('jurisdiction').values({ id: J, name: '某院', createdAt: '2026-03-02T01:00:00.000Z' }).execute())
afterAll(database.close)

const read = () => database.db.transaction().execute((tx) => cachedLedgerNames(tx, J))

/** Adds a unit's name and gives what the same transaction then reads; `isUndone`: none of it ever was. */
async function add(name: string, isUndone = false): Promise<readonly string[]> {
  let seen: readonly string[] = []
  const work = database.db.transaction().execute(async (tx) => {
    await saveLedgerNames(tx, J, [{ leadOrgs: [name], supportingOrgs: [], leaders: [], owners: [] }])
    seen = (await cachedLedgerNames(tx, J)).unit
    if (isUndone) throw new Error('undone')
  })
  await work.catch((error: unknown) => {
    if (!isUndone) throw error
  })
  return seen
}

test('the names are read again when one was added, and never those of a transaction that was undone', async () => {
  expect(await read()).toEqual({ unit: [], leader: [] })
  expect(await add('办公室')).toEqual(['办公室'])
  const kept = await read()
  expect(kept.unit).toEqual(['办公室'])
  expect(await read()).toBe(kept)
  expect(await add('政治部', true)).toEqual(['办公室', '政治部'])
  expect(await read()).toBe(kept)
  // as many as there would have been
  await add('执行局')
  expect((await read()).unit.toSorted()).toEqual(['办公室', '执行局'])
})
