import { createReadStream, createWriteStream, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import type { Instant } from '#core/day/day.ts'
import { type Base, listBases } from '#server/archive/base.ts'
import { makeMeter } from '#server/backup/copied.ts'
import { damagedFiles } from '#server/backup/check.ts'
import { beginRestore, endRestore } from '#server/backup/empty.ts'
import { bringContent, contentPath, eachOf, listContents } from '#server/backup/evidence.ts'
import { copyKeysTo } from '#server/backup/keys.ts'
import { countStage, type Progress } from '#server/backup/progress.ts'
import { openDatabase } from '#server/db/connect.ts'
import { addressOf } from '#server/http/listen.ts'
import { verifyStored } from '#server/journal/verify-stored.ts'
import { claimDataFolder } from '#server/platform/data-folder.ts'
import type { Settings } from '#server/platform/settings.ts'
import { Trouble } from '#server/platform/trouble.ts'
import { recoverySettings } from '#server/postgres/archiving.ts'
import { chooseOperator, handOver, type Operator } from '#server/postgres/operator.ts'
import { choosePlace, clusterIn } from '#server/postgres/place.ts'
import { startEmbeddedPostgres } from '#server/postgres/supervisor.ts'

/** What to restore, and to which moment; null: as late as the archive reaches. */
export interface ArchiveOrder {
  readonly archive: string
  readonly until: Instant | null
  readonly settings: Settings
  readonly now: Instant
  readonly progress: Progress
}

/** What came of it. `reached`: when the last thing was written that is there again. */
export interface RestoredArchive {
  readonly reached: string | null
  /** Evidence that the archive does not have. */
  readonly lacking: readonly string[]
  /** Jurisdictions whose journal is not whole. */
  readonly faulty: readonly string[]
}

/** Folders that a server expects to find, empty as they may be. */
const EMPTY = ['pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots']
const MORE_EMPTY = [
  'pg_stat',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
  'pg_twophase',
  'pg_commit_ts',
  'pg_logical/mappings',
  'pg_logical/snapshots',
]
const AT_ONCE = 4

/** Restores an archive into an empty data folder as it stood at a moment: the last copy of the cluster before it, and the log played on from there. */
export async function restoreArchive(order: ArchiveOrder): Promise<RestoredArchive> {
  const { archive, until, settings } = order
  const { folder, base } = await chooseBase(archive, until)
  const claim = claimDataFolder(settings.data, addressOf(settings))
  try {
    await beginRestore(settings.data)
    await copyKeysTo(archive, settings.data)
    await unpack(folder, base, settings.data, order.progress)
    const server = await startEmbeddedPostgres(settings.data, { settings: recoverySettings(archive, until) }).catch((cause: unknown) => {
      throw notReached(archive, until, cause)
    })
    const { db, pool, close } = openDatabase(server.connection, () => undefined)
    try {
      const lacking = await restoreContents(order, pool)
      const faulty = [...(await verifyStored(db, order.now))]
        .filter(([, { faults }]) => faults.length > 0)
        .map(([jurisdiction]) => jurisdiction)
      const { rows } = await pool.query<{ reached: string | null }>('SELECT max(at) AS reached FROM journal_entry')
      await endRestore(settings.data)
      return { reached: rows[0]?.reached ?? null, lacking, faulty }
    } finally {
      await close()
      await server.stop()
    }
  } finally {
    claim.release()
  }
}

async function chooseBase(archive: string, until: Instant | null): Promise<{ readonly folder: string; readonly base: Base }> {
  const bases = await listBases(archive)
  const found = bases.findLast(({ base }) => until === null || base.endedAt <= until)
  if (found !== undefined) return found
  throw new Trouble({
    what: { zh: '归档中没有这一时刻之前的基础副本。', en: 'the archive has no copy of the database from before that moment.' },
    where: `${archive} ← ${until ?? ''}`,
    cure: {
      zh: `最早可以恢复到 ${bases[0]?.base.endedAt ?? '—'}。`,
      en: `the earliest moment is ${bases[0]?.base.endedAt ?? '—'}.`,
    },
  })
}

async function unpack(folder: string, { files }: Base, data: string, progress: Progress): Promise<void> {
  const place = choosePlace(data, chooseOperator(path.join(data, 'postgres')))
  const cluster = clusterIn(place)
  const operator = chooseOperator(cluster)
  await mkdir(cluster, { mode: 0o700 })
  for (const name of [...EMPTY, ...MORE_EMPTY]) await mkdir(path.join(cluster, name), { recursive: true, mode: 0o700 })
  const count = countStage(progress, 'tables', null)
  const damaged: string[] = []
  for (const { path: file, sha256 } of files) {
    const target = path.join(cluster, file)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    const meter = makeMeter(count)
    try {
      await pipeline(
        createReadStream(path.join(folder, `${file}.zst`)),
        meter.stream,
        createZstdDecompress(),
        createWriteStream(target, { mode: 0o600 }),
      )
      if (meter.passed().sha256 !== sha256) damaged.push(`${file}.zst`)
    } catch {
      damaged.push(`${file}.zst`)
    }
  }
  if (damaged.length > 0) throw damagedFiles(folder, damaged)
  await writeFile(path.join(cluster, 'recovery.signal'), '')
  giveAll(cluster, operator)
}

function giveAll(cluster: string, operator: Operator | null): void {
  handOver(cluster, operator)
  for (const entry of readdirSync(cluster, { recursive: true, withFileTypes: true }))
    handOver(path.join(entry.parentPath, entry.name), operator)
}

async function restoreContents(
  { archive, settings, progress }: ArchiveOrder,
  pool: Parameters<typeof listContents>[0],
): Promise<readonly string[]> {
  const ways = { from: path.join(archive, 'files'), to: path.join(settings.data, 'files'), earlier: null }
  await mkdir(ways.to, { recursive: true, mode: 0o700 })
  const contents = await listContents(pool)
  const count = countStage(
    progress,
    'files',
    contents.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  const lacking: string[] = []
  await eachOf(contents, AT_ONCE, async (content) => {
    if (!(await bringContent(content, ways, count))) lacking.push(contentPath(content))
  })
  return lacking
}

function notReached(archive: string, until: Instant | null, cause: unknown): unknown {
  if (!(cause instanceof Error && cause.message.includes('recovery ended before configured recovery target was reached'))) return cause
  return new Trouble({
    what: { zh: '归档没有到达这一时刻。', en: 'the archive does not reach that moment.' },
    where: `${archive} ← ${until ?? ''}`,
    cure: {
      zh: '请用更早的时刻，或不带 --at 恢复到归档的末尾。',
      en: 'name an earlier moment, or leave --at out to go as far as it reaches.',
    },
    cause,
  })
}
