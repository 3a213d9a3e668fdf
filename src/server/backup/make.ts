import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Instant } from '#core/day/day.ts'
import { dumpTable } from '#server/backup/dump-table.ts'
import { bringContent, contentPath, eachOf, listContents, type StoredContent, type Ways } from '#server/backup/evidence.ts'
import { findWhole, removeAbandoned, STARTED, UNFINISHED } from '#server/backup/find.ts'
import { saveKeys } from '#server/backup/keys.ts'
import { FILE_LIST, type Manifest, type SavedTable, writeManifest } from '#server/backup/manifest.ts'
import { hashFile } from '#server/backup/copied.ts'
import { countStage, type Progress } from '#server/backup/progress.ts'
import { keptTables } from '#server/backup/tables.ts'
import { syncFolder } from '#server/files/sync-folder.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** What to back up, and where to. */
export interface BackupOrder {
  readonly pool: pg.Pool
  readonly data: string
  /** Folder in which the backup gets a folder of its own. */
  readonly to: string
  readonly withKeys: boolean
  readonly program: string
  readonly now: Instant
  readonly progress: Progress
}

/** A backup that was made. */
export interface MadeBackup {
  readonly folder: string
  readonly manifest: Manifest
}

/** Any number that nobody else locks. */
const LOCK = 8_420_030
const AT_ONCE = 4
/** As often the snapshot is taken anew where a file it refers to was removed meanwhile. */
const TRIES = 50

/**
 * Backs up the database, the evidence and the keys while the program goes on: first the files that there are, then a snapshot, the files that came meanwhile, and every table
 * as the snapshot has it. What is there in the end is consistent: each row of the snapshot has its file. The folder gets its name when it is whole.
 */
export async function makeBackup(order: BackupOrder): Promise<MadeBackup> {
  const client = await order.pool.connect()
  try {
    await demandAlone(client, order.to)
    const made = await write(order, client)
    // the server may need a moment to see that the connection is gone
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
    return made
  } finally {
    // ends the lock and whatever transaction is open
    client.release(true)
  }
}

async function write(order: BackupOrder, client: pg.PoolClient): Promise<MadeBackup> {
  const { to, now, data } = order
  const origin = await originOf(client)
  await mkdir(to, { recursive: true, mode: 0o700 })
  await removeAbandoned(to, origin.installation)
  const earlier = findWhole(to)
  const name = `xiaohao-${now.replaceAll(/[-:]|\.\d+/g, '')}`
  const folder = path.join(to, `${UNFINISHED}${name}`)
  await mkdir(path.join(folder, 'tables'), { recursive: true, mode: 0o700 })
  try {
    await writeFile(path.join(folder, STARTED), origin.installation)
    const ways = { from: path.join(data, 'files'), to: path.join(folder, 'files'), earlier: earlier && path.join(earlier, 'files') }
    await mkdir(ways.to, { mode: 0o700 })
    await bringAll(await listContents(order.pool), ways, order.progress)
    const { tables, contents, journals, lacking, migrations } = await takeSnapshot(order, client, folder, ways)
    await removeUnlisted(ways.to, new Set(contents.map(contentPath)))
    const files = await writeList(folder, contents, lacking)
    const keys = await saveKeys(data, order.withKeys ? folder : null)
    const { postgres } = origin
    const manifest = {
      form: 'xiaohao-backup/1',
      madeAt: now,
      program: order.program,
      postgres,
      migrations,
      tables,
      files,
      lacking,
      keys,
      journals,
    } satisfies Manifest
    await writeManifest(folder, manifest)
    for (const part of ['tables', 'files', '.']) await syncFolder(path.join(folder, part))
    await rename(folder, path.join(to, name))
    await syncFolder(to)
    await rm(path.join(to, name, STARTED), { force: true })
    return { folder: path.join(to, name), manifest }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

interface Snapshot extends Pick<Manifest, 'journals' | 'migrations'> {
  readonly tables: readonly SavedTable[]
  readonly contents: readonly StoredContent[]
  readonly lacking: readonly string[]
}

async function takeSnapshot(order: BackupOrder, client: pg.PoolClient, folder: string, ways: Ways): Promise<Snapshot> {
  for (let left = TRIES; ; left -= 1) {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    const contents = await listContents(client)
    // at once: what came since the files were brought may be discarded again any moment
    const lacking = (await bringAll(contents, ways, order.progress)).map(contentPath)
    // what nobody refers to any more was discarded after the snapshot: a later one does without
    const still = new Set((lacking.length === 0 ? [] : await listContents(order.pool)).map(contentPath))
    if (left > 1 && lacking.some((place) => !still.has(place))) {
      await client.query('ROLLBACK')
      continue
    }
    const tables: SavedTable[] = []
    const count = countStage(order.progress, 'tables', null)
    for (const table of await keptTables(client)) tables.push(await dumpTable(client, table, folder, count))
    const journals = await journalsOf(client)
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>('SELECT name, sha256 FROM migration ORDER BY name')
    await client.query('COMMIT')
    return { tables, contents, journals, migrations, lacking }
  }
}

/** Removes what was brought and has been discarded since. */
async function removeUnlisted(folder: string, listed: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile() && !listed.has(path.relative(folder, file))) await rm(file)
  }
}

/** Brings what is not there yet; gives what could not be had. */
async function bringAll(contents: readonly StoredContent[], ways: Ways, progress: Progress): Promise<readonly StoredContent[]> {
  const missing: StoredContent[] = []
  const count = countStage(
    progress,
    'files',
    contents.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  await eachOf(contents, AT_ONCE, async (content) => {
    if (!(await bringContent(content, ways, count))) missing.push(content)
  })
  return missing
}

async function writeList(folder: string, contents: readonly StoredContent[], lacking: readonly string[]): Promise<Manifest['files']> {
  const gone = new Set(lacking)
  const kept = contents.filter((content) => !gone.has(contentPath(content)))
  const text = kept.map((content) => `${content.sha256}  ${path.join('files', contentPath(content))}\n`).join('')
  const file = path.join(folder, FILE_LIST)
  await writeFile(file, text, { flush: true, mode: 0o600 })
  const { sha256 } = await hashFile(file)
  return { count: kept.length, bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0), listSha256: sha256 }
}

async function journalsOf(client: pg.ClientBase): Promise<Manifest['journals']> {
  const { rows } = await client.query<{ jurisdiction: string; size: string; root: string }>(
    `SELECT DISTINCT ON (jurisdiction_id) jurisdiction_id AS jurisdiction, size::text, root FROM journal_head ORDER BY jurisdiction_id, journal_head.size DESC`,
  )
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}

async function originOf(client: pg.ClientBase): Promise<{ readonly postgres: string; readonly installation: string }> {
  const { rows } = await client.query<{ postgres: string; installation: string }>(
    `SELECT current_setting('server_version') AS postgres, system_identifier || '/' || current_database() AS installation FROM pg_control_system()`,
  )
  return rows[0] ?? { postgres: '', installation: '' }
}

async function demandAlone(client: pg.ClientBase, to: string): Promise<void> {
  const { rows } = await client.query<{ isOurs: boolean }>('SELECT pg_try_advisory_lock($1) AS "isOurs"', [LOCK])
  if (rows[0]?.isOurs === true) return
  throw new Trouble({
    what: { zh: '正在进行另一次备份。', en: 'another backup is being made.' },
    where: to,
    cure: { zh: '请等它结束后再试。', en: 'try again when it has ended.' },
  })
}
