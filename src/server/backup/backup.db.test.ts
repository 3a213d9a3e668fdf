import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { checkBackup } from '#server/backup/check.ts'
import { countRows, emptyTarget, OLD_BACKUP, orderOf, targetOfTest, temporary } from '#server/backup/drill.fixture.ts'
import { contentPath } from '#server/backup/evidence.ts'
import { demandWhole } from '#server/backup/empty.ts'
import { removeOlder } from '#server/backup/find.ts'
import { type MadeBackup, makeBackup } from '#server/backup/make.ts'
import { readManifest, tableFile } from '#server/backup/manifest.ts'
import { restoreBackup } from '#server/backup/restore.ts'
import { openSigner } from '#server/journal/signer.ts'

const quiet = () => undefined
const later = Instant.parse('2026-03-02T03:00:00.000Z')

let installation: Awaited<ReturnType<typeof emptyTarget>>
let data: string
let made: MadeBackup
beforeAll(async () => {
  installation = await emptyTarget(OLD_BACKUP)
  await restoreBackup(installation.order)
  data = installation.data
  made = await makeBackup(orderOf(installation.pool, data, path.join(data, 'backups')))
})
afterAll(() => installation.close())

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
const contentsBelow = (folder: string) =>
  Object.fromEntries(filesBelow(folder).map((file) => [path.basename(file), readFileSync(file, 'utf8')]))

const inodesBelow = (backup: string) => filesBelow(path.join(backup, 'files')).map((file) => statSync(file).ino)

/** A copy of the backup that a test may damage. */
function copyOfBackup(): string {
  const copy = path.join(temporary(), 'copy')
  cpSync(made.folder, copy, { recursive: true })
  return copy
}

test('assurance 71: what is wiped after a backup stands again: rows, files, keys and the root of the journal', async () => {
  const before = await countRows(installation.pool)
  const root = made.manifest.journals[0]?.root
  const target = await targetOfTest(made.folder)
  const { differing } = await restoreBackup(target.order)
  expect(differing).toEqual([])
  expect(await countRows(target.pool)).toEqual(before)
  expect(before['journal_entry']).toBeGreaterThan(10)
  const restored = target.order.settings.data
  expect(contentsBelow(path.join(restored, 'files'))).toEqual(contentsBelow(path.join(data, 'files')))
  expect(contentsBelow(path.join(restored, 'keys'))).toEqual(contentsBelow(path.join(data, 'keys')))
  const { rows } = await target.pool.query('SELECT root, size FROM journal_head ORDER BY size DESC LIMIT 1')
  expect(rows[0]).toMatchObject({ root })
  expect(() => demandWhole(restored)).not.toThrow()
})

test('sessions and one-time links are not in it', () => {
  const names = new Set(made.manifest.tables.map(({ name }) => name))
  expect(['session', 'setup_token'].filter((name) => names.has(name))).toEqual([])
  expect(['account', 'record_revision', 'journal_leaf', 'journal_key'].filter((name) => !names.has(name))).toEqual([])
})

test('after a restore the schema has every index and reference it had', async () => {
  const shape = `SELECT indexdef AS made FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`
  const target = await targetOfTest(made.folder)
  await restoreBackup(target.order)
  expect((await target.pool.query(shape)).rows).toEqual((await installation.pool.query(shape)).rows)
})

test('a second backup shares the bytes of what it has in common with the first', async () => {
  const to = temporary()
  const first = await makeBackup(orderOf(installation.pool, data, to))
  const second = await makeBackup({ ...orderOf(installation.pool, data, to), now: later })
  expect(inodesBelow(second.folder)).toEqual(inodesBelow(first.folder))
  expect(inodesBelow(first.folder)).toHaveLength(2)
  rmSync(first.folder, { recursive: true })
  expect(await checkBackup(second.folder, second.manifest, quiet)).toEqual([])
})

test('while files come and go every backup has a file for each of its rows', async () => {
  const { rows } = await installation.pool.query<{ id: string }>('SELECT id FROM jurisdiction')
  const jurisdiction = rows[0]?.id ?? ''
  const store = path.join(data, 'files')
  const end = new AbortController()
  const comeAndGo = async (writer: number) => {
    for (let number = 0; !end.signal.aborted; number += 1) {
      const words = `${writer}/${number}`
      const sha256 = createHash('sha256').update(words).digest('hex')
      const file = path.join(store, contentPath({ jurisdiction, sha256 }))
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, words)
      await installation.pool.query(
        `INSERT INTO stored_file (jurisdiction_id, id, sha256, name, bytes, stored_by, stored_at) VALUES ($1, gen_random_uuid(), $2, '', $3, gen_random_uuid(), now())`,
        [jurisdiction, sha256, words.length],
      )
      await sleep(10 * writer)
      if (number % 3 === 0) continue
      await installation.pool.query('DELETE FROM stored_file WHERE sha256 = $1', [sha256])
      rmSync(file)
    }
  }
  const writers = [comeAndGo(1), comeAndGo(2), comeAndGo(3)]
  const to = temporary()
  for (const hour of ['06', '07', '08']) {
    const backup = await makeBackup({ ...orderOf(installation.pool, data, to), now: Instant.parse(`2026-03-02T${hour}:00:00.000Z`) })
    expect(backup.manifest.lacking).toEqual([])
    expect(backup.manifest.files.count).toBeGreaterThan(2)
    // what was discarded meanwhile is not in it either
    expect(filesBelow(path.join(backup.folder, 'files'))).toHaveLength(backup.manifest.files.count)
    expect(await checkBackup(backup.folder, backup.manifest, quiet)).toEqual([])
  }
  end.abort()
  await Promise.all(writers)
})

test('of many backups the newest are kept', async () => {
  const to = temporary()
  const hours = ['03', '04', '05']
  for (const hour of hours)
    await makeBackup({ ...orderOf(installation.pool, data, to), now: Instant.parse(`2026-03-02T${hour}:00:00.000Z`) })
  expect(await removeOlder(to, 2)).toHaveLength(1)
  expect(readdirSync(to)).toEqual(['xiaohao-20260302T040000Z', 'xiaohao-20260302T050000Z'])
  expect(await removeOlder(to, 2)).toEqual([])
})

describe('a backup that is not whole is never taken for one:', () => {
  const damage: readonly (readonly [string, (backup: string) => string])[] = [
    ['a byte changed in a table', (backup) => spoil(backup, tableFile('account'), (file) => appendFileSync(file, '\0'))],
    ['a table cut off', (backup) => spoil(backup, tableFile('journal_entry'), (file) => truncateSync(file, 100))],
    ['a table gone', (backup) => spoil(backup, tableFile('clause'), (file) => rmSync(file))],
    ['evidence changed', (backup) => spoil(backup, evidenceIn(backup), (file) => writeFileSync(file, '签到：甲、丙'))],
    ['evidence gone', (backup) => spoil(backup, evidenceIn(backup), (file) => rmSync(file))],
  ]
  test.for(damage)('assurance 71: %s is named, and nothing is restored', async ([, spoilOne]) => {
    const backup = copyOfBackup()
    const file = spoilOne(backup)
    expect(await checkBackup(backup, await readManifest(backup), quiet)).toEqual([file])
    const { order } = await targetOfTest(backup)
    await expect(restoreBackup(order)).rejects.toThrow(file)
    expect(existsSync(order.settings.data)).toBe(false)
  })

  test('a manifest changed, a list of files changed, no manifest', async () => {
    const backup = copyOfBackup()
    appendFileSync(path.join(backup, 'files.sha256'), '\n')
    await expect(checkBackup(backup, await readManifest(backup), quiet)).rejects.toThrow('files.sha256')
    appendFileSync(path.join(backup, 'manifest.json'), ' ')
    await expect(readManifest(backup)).rejects.toThrow('manifest.json')
    rmSync(path.join(backup, 'manifest.json'))
    await expect(readManifest(backup)).rejects.toThrow('no whole backup')
  })

  test('one that was cut off stays unnamed and goes with the next', async () => {
    const to = temporary()
    const broken = { ...orderOf(installation.pool, data, to), progress: failAt('tables') }
    await expect(makeBackup(broken)).rejects.toThrow('cut off')
    expect(readdirSync(to)).toEqual([])
    await vi.waitFor(async () =>
      expect((await installation.pool.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 8420030")).rowCount).toBe(0),
    )
    // killed, it could not even clear up
    const { folder } = await makeBackup(orderOf(installation.pool, data, to))
    const killed = path.join(to, '.unfinished-xiaohao-19990101T000000Z')
    renameSync(folder, killed)
    rmSync(path.join(killed, 'manifest.json'))
    const { rows } = await installation.pool.query<{ name: string }>(
      `SELECT system_identifier || '/' || current_database() AS name FROM pg_control_system()`,
    )
    writeFileSync(path.join(killed, 'started'), rows[0]?.name ?? '')
    const next = await makeBackup(orderOf(installation.pool, data, to))
    expect(readdirSync(to)).toEqual([path.basename(next.folder)])
  })
})

function spoil(backup: string, file: string, how: (file: string) => void): string {
  how(path.join(backup, file))
  return file
}

function evidenceIn(backup: string): string {
  return path.relative(backup, filesBelow(path.join(backup, 'files')).find((file) => readFileSync(file, 'utf8').startsWith('签到')) ?? '')
}

function failAt(stage: string) {
  return (now: string) => {
    if (now === stage) throw new Error('cut off')
  }
}

describe('a restore is refused', () => {
  test('into a data folder that holds anything', async () => {
    const { order } = await targetOfTest(made.folder)
    cpSync(path.join(data, 'keys'), path.join(order.settings.data, 'keys'), { recursive: true })
    await expect(restoreBackup(order)).rejects.toThrow('data already')
  })

  test('into a database in which a row stands, or a table that is not ours', async () => {
    for (const statement of [
      `INSERT INTO jurisdiction VALUES ('01a20862-81f5-732f-8fa1-4bc72836510c', '某院', now())`,
      'CREATE TABLE another_program (id integer)',
    ]) {
      const { order, pool } = await targetOfTest(made.folder)
      await pool.query(statement)
      await pool.end()
      await expect(restoreBackup(order)).rejects.toThrow('data already')
    }
  })

  test('while others are connected to the database', async () => {
    const { order, pool } = await targetOfTest(made.folder)
    await pool.query('SELECT 1')
    await expect(restoreBackup(order)).rejects.toThrow('connected')
  })

  test('without the keys, or with others, where the backup leaves them out', async () => {
    const order = orderOf(installation.pool, data, temporary())
    const { folder } = await makeBackup({ ...order, withKeys: false })
    expect(existsSync(path.join(folder, 'keys'))).toBe(false)
    const target = await targetOfTest(folder)
    await expect(restoreBackup(target.order)).rejects.toThrow('does not hold the keys')
    const others = temporary()
    openSigner(others)
    await expect(restoreBackup({ ...target.order, keys: path.join(others, 'keys') })).rejects.toThrow('journal.json')
    expect((await restoreBackup({ ...target.order, keys: path.join(data, 'keys') })).differing).toEqual([])
  })
})

test('a restore that was interrupted is no installation, and the next one starts over', async () => {
  const target = await targetOfTest(made.folder)
  await expect(restoreBackup({ ...target.order, progress: failAt('indexes') })).rejects.toThrow('cut off')
  expect(() => demandWhole(target.order.settings.data)).toThrow('not finished')
  expect((await restoreBackup(target.order)).differing).toEqual([])
})

test('evidence that the store has lost already is named and left out, and all the rest is backed up', async () => {
  const lame = temporary()
  cpSync(data, lame, { recursive: true })
  const lost = filesBelow(path.join(lame, 'files'))[0] ?? ''
  writeFileSync(lost, 'spoilt')
  const { manifest, folder } = await makeBackup(orderOf(installation.pool, lame, temporary()))
  expect(manifest.lacking).toEqual([path.relative(path.join(lame, 'files'), lost)])
  const target = await targetOfTest(folder)
  expect((await restoreBackup(target.order)).differing).toEqual([])
})

test('two backups of one database are not made at once', async () => {
  const { pool } = installation
  const client = await pool.connect()
  onTestFinished(() => client.release(true))
  await client.query('SELECT pg_advisory_lock(8420030)')
  await expect(makeBackup(orderOf(pool, data, temporary()))).rejects.toThrow('another backup')
})
