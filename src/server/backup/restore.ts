import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import type { Instant } from '#core/day/day.ts'
import { checkBackup, damagedFiles, readFileList } from '#server/backup/check.ts'
import { beginRestore, emptyDatabase, endRestore } from '#server/backup/empty.ts'
import { bringContent, eachOf } from '#server/backup/evidence.ts'
import { findKeys, restoreKeys } from '#server/backup/keys.ts'
import { loadTables } from '#server/backup/load-tables.ts'
import { type Manifest, readManifest } from '#server/backup/manifest.ts'
import { countStage, type Progress } from '#server/backup/progress.ts'
import { type Database, openDatabase } from '#server/db/connect.ts'
import { demandKnownMigrations, migrate } from '#server/db/migrate.ts'
import { demandSecureLink } from '#server/db/secure-link.ts'
import { addressOf } from '#server/http/listen.ts'
import { verifyStored } from '#server/journal/verify-stored.ts'
import { claimDataFolder } from '#server/platform/data-folder.ts'
import type { Settings } from '#server/platform/settings.ts'
import { startEmbeddedPostgres } from '#server/postgres/supervisor.ts'

/** What to restore, and where to. `keys`: the folder of keys that were kept elsewhere. */
export interface RestoreOrder {
  readonly backup: string
  readonly settings: Settings
  readonly keys: string | null
  readonly now: Instant
  readonly progress: Progress
}

/** What came of a restore. `differing`: what is not as it was when it was backed up, in words of the manifest (table or jurisdiction). */
export interface Restored {
  readonly manifest: Manifest
  readonly differing: readonly string[]
}

const AT_ONCE = 4

/**
 * Restores a backup into an empty data folder and an empty database, and verifies it: hashes before anything is written, then rows and journals. The schema
 * is that of the backup first, and is brought forward behind the rows, so that backups of earlier versions are restored as well.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { backup, settings, progress } = order
  const manifest = await readManifest(backup)
  demandKnownMigrations(manifest.migrations)
  const keys = await findKeys(backup, manifest, order.keys)
  const damaged = await checkBackup(backup, manifest, progress)
  if (damaged.length > 0) throw damagedFiles(backup, damaged)
  const claim = claimDataFolder(settings.data, addressOf(settings))
  try {
    await beginRestore(settings.data)
    const { database, stop } = await openTarget(settings)
    try {
      await restoreKeys(keys, manifest, settings.data)
      await restoreFiles(order, manifest)
      const tables = await restoreDatabase(order, manifest, database.pool)
      const journals = await compareJournals(order, manifest, database)
      await endRestore(settings.data)
      return { manifest, differing: [...tables, ...journals] }
    } finally {
      await stop()
    }
  } finally {
    claim.release()
  }
}

async function openTarget(settings: Settings): Promise<{ readonly database: Database; readonly stop: () => Promise<void> }> {
  if (settings.databaseUrl !== null) {
    demandSecureLink(settings.databaseUrl)
    const database = openDatabase({ connectionString: settings.databaseUrl }, () => undefined)
    return { database, stop: database.close }
  }
  const embedded = await startEmbeddedPostgres(settings.data)
  const database = openDatabase(embedded.connection, () => undefined)
  const stop = async () => {
    await database.close()
    await embedded.stop()
  }
  return { database, stop }
}

async function restoreFiles({ backup, settings, progress }: RestoreOrder, manifest: Manifest): Promise<void> {
  const [from, to] = [path.join(backup, 'files'), path.join(settings.data, 'files')]
  await mkdir(to, { recursive: true, mode: 0o700 })
  const contents = await readFileList(backup, manifest)
  const count = countStage(progress, 'files', manifest.files.bytes)
  const damaged: string[] = []
  await eachOf(contents, AT_ONCE, async (place) => {
    const content = { jurisdiction: place.split('/')[0] ?? '', sha256: path.basename(place), bytes: 0 }
    if (!(await bringContent(content, { from, to, earlier: null }, count))) damaged.push(path.join('files', place))
  })
  if (damaged.length > 0) throw damagedFiles(backup, damaged)
}

async function restoreDatabase(
  { backup, settings, progress }: RestoreOrder,
  manifest: Manifest,
  pool: pg.Pool,
): Promise<readonly string[]> {
  await emptyDatabase(pool, settings.databaseUrl === null ? settings.data : 'DATABASE_URL')
  await migrate(pool, undefined, new Set(manifest.migrations.map(({ name }) => name)))
  const differing = await loadTables(pool, backup, manifest, progress)
  await migrate(pool)
  await pool.query('ANALYZE')
  return differing
}

/** The jurisdictions whose journal is not whole, or does not stand where it stood. */
async function compareJournals({ now, progress }: RestoreOrder, { journals }: Manifest, { db }: Database): Promise<readonly string[]> {
  const count = countStage(progress, 'journal', journals.length)
  const reports = await verifyStored(db, now)
  count(journals.length)
  return journals
    .filter(({ jurisdiction, size, root }) => {
      const report = reports.get(jurisdiction)
      return report === undefined || report.faults.length > 0 || report.last?.size !== size || report.last.root !== root
    })
    .map(({ jurisdiction }) => jurisdiction)
}
