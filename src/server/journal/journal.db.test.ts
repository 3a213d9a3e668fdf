import { sm2 } from 'sm-crypto-v2'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { headContent, type SignedHead } from '#core/journal/head.ts'
import { loadHeads } from '#server/journal/lines.ts'
import { type SealedWorld, startSealedWorld } from '#server/journal/sealed-world.fixture.ts'
import { sealAll } from '#server/journal/sealer.ts'
import { signerOf } from '#server/journal/signer.ts'
import { systemClock } from '#server/platform/clock.ts'

/** Other databases of the same server may hold sealing back for a while. */
const WAIT = { timeout: 20_000, interval: 100 }

let world: SealedWorld
beforeEach(async () => {
  world = await startSealedWorld()
  await world.grow(5)
  await world.grow(3)
})
afterEach(() => world.close())

const headsOf = () => world.database.db.transaction().execute((tx) => loadHeads(tx, world.jurisdictionId))
const codesOf = async (witnessed: readonly SignedHead[] = []) => [
  ...new Set((await world.verify(witnessed)).faults.map(({ code }) => code)),
]

test('a journal that nobody touched is whole', async () => {
  const heads = await headsOf()
  expect(await world.verify(heads)).toMatchObject({ entries: 8, heads: heads.length, erased: 0, unsealed: 0, faults: [] })
  await world.seal()
  expect(await headsOf()).toEqual(heads)
})

test('the program itself can change or remove nothing of it', async () => {
  for (const table of ['journal_entry', 'journal_leaf', 'journal_head', 'journal_key'])
    for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(world.database.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  await expect(world.database.pool.query(`UPDATE journal_head SET at = now()`)).rejects.toMatchObject({ code: '42501' })
})

/** The third entry, by its leaf. */
const third = `(SELECT entry_id FROM journal_leaf WHERE leaf_index = 2)`
const lastHead = `size = (SELECT max(size) FROM journal_head)`
describe('whoever changes', () => {
  test.for<[string, string, string]>([
    ['what an entry says', `UPDATE journal_entry SET verb = 'plan.read' WHERE id = ${third}`, 'root-differs'],
    ['who it was', `UPDATE journal_entry SET actor_name = '李四' WHERE id = ${third}`, 'root-differs'],
    ['when it was', `UPDATE journal_entry SET at = at + interval '1 second' WHERE id = ${third}`, 'root-differs'],
    ['what was changed', `UPDATE journal_entry SET after = '{"at":7}' WHERE id = ${third}`, 'entry-changed'],
    ['the salt', `UPDATE journal_entry SET salt = '\\x00' WHERE id = ${third}`, 'entry-changed'],
    ['which entries there are', `DELETE FROM journal_entry WHERE id = ${third}`, 'head-misplaced'],
    ['an entry with its leaf', `DELETE FROM journal_leaf WHERE leaf_index = 2`, 'head-misplaced'],
    [
      'their order',
      `UPDATE journal_leaf SET leaf_index = CASE leaf_index WHEN 1 THEN 102 ELSE 101 END WHERE leaf_index IN (1, 2);
       UPDATE journal_leaf SET leaf_index = leaf_index - 100 WHERE leaf_index > 100`,
      'root-differs',
    ],
    ['a root', `UPDATE journal_head SET root = repeat('0', 64) WHERE ${lastHead}`, 'root-differs'],
    ['when it was sealed', `UPDATE journal_head SET at = at + interval '1 hour' WHERE ${lastHead}`, 'bad-signature'],
    ['the key', `UPDATE journal_key SET public_key = '${signerOf(sm2.generateKeyPairHex()).publicKey}'`, 'bad-signature'],
    ['the last head', `DELETE FROM journal_head WHERE ${lastHead}`, 'no-head'],
  ])('%s is found out', async ([, statement, code]) => {
    await world.tamper(statement)
    expect(await codesOf()).toContain(code)
  })

  test('an entry by one that is written behind the back of the program is found out', async () => {
    await world.tamper(
      `INSERT INTO journal_entry (jurisdiction_id, id, at, actor_name, request_id, verb, subject_kind, subject_id, result, xid)
       SELECT jurisdiction_id, gen_random_uuid(), at, actor_name, request_id, verb, subject_kind, subject_id, result, '3'::xid8 FROM journal_entry WHERE id = ${third};
       UPDATE journal_leaf SET leaf_index = leaf_index + 100 WHERE leaf_index >= 5;
       INSERT INTO journal_leaf SELECT jurisdiction_id, 5, id, '', '' FROM journal_entry WHERE id NOT IN (SELECT entry_id FROM journal_leaf);
       UPDATE journal_leaf SET leaf_index = leaf_index - 99 WHERE leaf_index >= 100`,
    )
    expect(await codesOf()).toContain('root-differs')
  })

  test('the whole end, heads and all, is found out by a head that was witnessed', async () => {
    const heads = await headsOf()
    await world.tamper(`DELETE FROM journal_head WHERE ${lastHead};
      DELETE FROM journal_leaf WHERE leaf_index >= (SELECT max(size) FROM journal_head);
      DELETE FROM journal_entry WHERE id NOT IN (SELECT entry_id FROM journal_leaf)`)
    expect(await codesOf()).toEqual([])
    expect(await codesOf(heads)).toEqual(['witness-missing'])
  })

  test('everything, and signs it anew with another key, is found out by the key', async () => {
    const other = signerOf(sm2.generateKeyPairHex())
    const heads = await headsOf()
    for (const head of heads)
      await world.tamper(
        `UPDATE journal_head SET key = '${other.key}', signature = '${other.sign(headContent(head))}' WHERE size = ${head.size};
         INSERT INTO journal_key VALUES ('${other.key}', '${other.publicKey}', now()) ON CONFLICT DO NOTHING`,
      )
    expect(await codesOf()).toEqual(['unknown-key'])
  })
})

test('what was changed may be erased, and the rest still stands', async () => {
  const lines = (await world.lines()).map((line) => ('entry' in line ? { ...line, payload: null } : line))
  expect(await world.verifyLines(lines)).toMatchObject({ erased: 8, faults: [] })
})

test('in a cluster that was restored the old numbers of transactions are not believed', async () => {
  await world.tamper(`UPDATE journal_head SET cluster = 'another', below_xid = '9223372036854775807'`)
  await world.grow(2)
  expect(await world.verify()).toMatchObject({ entries: 10, unsealed: 0, faults: [] })
})

test('entries from before there was a number or a salt are sealed like all others', async () => {
  const other = await startSealedWorld()
  await other.tamper(`ALTER TABLE journal_entry ALTER xid DROP DEFAULT, ALTER salt DROP DEFAULT`)
  await other.grow(3)
  await other.tamper(`ALTER TABLE journal_entry ALTER xid SET DEFAULT pg_current_xact_id()`)
  await other.grow(2)
  expect(await other.verify()).toMatchObject({ entries: 5, faults: [] })
  await other.close()
})

test('two sealers at once seal each entry once', async () => {
  const { database, signer } = world
  const parts = { database, signer, clock: systemClock }
  await Promise.all([world.grow(20), ...Array.from({ length: 6 }, () => sealAll(parts, null))])
  await world.seal()
  expect(await world.verify()).toMatchObject({ entries: 28, faults: [] })
})

test('a clock that was put back makes no head that is older than the one before', async () => {
  const { database, signer } = world
  await world.grow(1)
  await sealAll({ database, signer, clock: () => Instant.parse('2020-01-01T00:00:00.000Z') }, null)
  expect((await world.verify()).faults).toEqual([])
  const ahead = { database, signer, clock: () => Instant.parse('2030-01-01T00:00:00.000Z') }
  await database.pool
    .query(`INSERT INTO journal_entry (jurisdiction_id, id, at, actor_name, request_id, verb, subject_kind, subject_id, result)
    SELECT jurisdiction_id, gen_random_uuid(), at, actor_name, request_id, verb, subject_kind, subject_id, result FROM journal_entry LIMIT 1`)
  do await sealAll(ahead, null)
  while ((await world.verify()).unsealed > 0)
  await world.grow(1)
  expect((await world.verify()).faults).toEqual([])
})

test('what a slow transaction writes is sealed once it is done, however many came after it', async () => {
  const { database, signer } = world
  const parts = { database, signer, clock: systemClock }
  const slow = await database.pool.connect()
  try {
    await slow.query('BEGIN')
    await slow.query(`INSERT INTO journal_entry (jurisdiction_id, id, at, actor_name, request_id, verb, subject_kind, subject_id, result)
      SELECT jurisdiction_id, gen_random_uuid(), at, actor_name, request_id, verb, subject_kind, subject_id, result FROM journal_entry LIMIT 1`)
    await world.write(4)
    await sealAll(parts, null)
    expect((await world.verify()).faults).toEqual([])
    await slow.query('COMMIT')
  } finally {
    slow.release()
  }
  await vi.waitUntil(async () => {
    await sealAll(parts, null)
    return (await world.verify()).unsealed === 0
  }, WAIT)
  expect(await world.verify()).toMatchObject({ entries: 13, faults: [] })
})
