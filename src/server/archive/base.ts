import { createReadStream, createWriteStream, globSync, readdirSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import pg from 'pg'
import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import { makeMeter } from '#server/backup/copied.ts'
import { syncFolder } from '#server/files/sync-folder.ts'
import type { Clock } from '#server/platform/clock.ts'

/** A copy of the cluster from which the log is played on. `log`: the first piece of the log that is needed. */
const Base = z.strictObject({
  form: z.literal('xiaohao-base/1'),
  endedAt: Instant,
  /** Identifier and major version of the cluster. */
  cluster: z.string(),
  major: z.string(),
  log: z.string().regex(/^[0-9A-F]{24}$/),
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string() })).readonly(),
})
export type Base = z.infer<typeof Base>

export const BASES = 'base'
const MANIFEST = 'base.json'
const UNFINISHED = '.unfinished-'
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
/** What a server makes anew, or what belongs to the running one alone. */
const LEFT_OUT =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^postmaster\.(pid|opts)$|(^|\/)pgsql_tmp|(^|\/)pg_internal\.init/

/** Copies the running cluster into the archive, by PostgreSQL's own protocol for copies of a running server. Gives the folder. */
export async function makeBase(connection: pg.ClientConfig, cluster: string, archive: string, clock: Clock): Promise<string> {
  const name = `base-${clock().replaceAll(/[-:]|\.\d+/g, '')}`
  const bases = path.join(archive, BASES)
  await mkdir(bases, { recursive: true, mode: 0o700 })
  for (const left of globSync(`${UNFINISHED}*`, { cwd: bases })) await rm(path.join(bases, left), { recursive: true })
  const folder = path.join(bases, `${UNFINISHED}${name}`)
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ log: string; cluster: string; major: string }>(
      `SELECT pg_walfile_name(pg_backup_start($1, true)) AS log, (SELECT system_identifier::text FROM pg_control_system()) AS cluster,
              (current_setting('server_version_num')::int / 10000)::text AS major`,
      [name],
    )
    const [started] = rows
    if (started === undefined) throw new Error('the copy did not begin')
    const files = await copyCluster(cluster, folder)
    // waits until the log that the copy needs is in the archive
    const stopped = await client.query<{ label: string }>('SELECT labelfile AS label FROM pg_backup_stop(true)')
    files.push(await keep(Buffer.from(stopped.rows[0]?.label ?? ''), folder, 'backup_label'))
    const base = { form: 'xiaohao-base/1', endedAt: clock(), ...started, files } satisfies Base
    await writeFile(path.join(folder, MANIFEST), JSON.stringify(Base.parse(base)), { flush: true })
    await rename(folder, path.join(bases, name))
    await syncFolder(bases)
    return path.join(bases, name)
  } finally {
    // a copy that was begun and not ended is given up with its connection
    await client.end()
  }
}

async function copyCluster(cluster: string, folder: string): Promise<Base['files'][number][]> {
  const files: Base['files'][number][] = []
  for (const entry of readdirSync(cluster, { recursive: true, withFileTypes: true })) {
    const file = path.relative(cluster, path.join(entry.parentPath, entry.name))
    if (!entry.isFile() || LEFT_OUT.test(file)) continue
    const target = path.join(folder, `${file}.zst`)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    const meter = makeMeter()
    try {
      await pipeline(
        createReadStream(path.join(cluster, file)),
        createZstdCompress(LEVEL),
        meter.stream,
        createWriteStream(target, { flush: true, mode: 0o600 }),
      )
      files.push({ path: file, sha256: meter.passed().sha256 })
    } catch (error) {
      // tables come and go while the server runs: the log tells
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
      await rm(target, { force: true })
    }
  }
  return files
}

async function keep(content: Buffer, folder: string, name: string): Promise<Base['files'][number]> {
  const meter = makeMeter()
  await pipeline(
    [content],
    createZstdCompress(LEVEL),
    meter.stream,
    createWriteStream(path.join(folder, `${name}.zst`), { flush: true, mode: 0o600 }),
  )
  return { path: name, sha256: meter.passed().sha256 }
}

/** The whole bases of an archive with their folders, the oldest first. */
export async function listBases(archive: string): Promise<readonly { readonly folder: string; readonly base: Base }[]> {
  const names = globSync('base-*', { cwd: path.join(archive, BASES) }).toSorted()
  const found = names.map(async (name) => {
    const folder = path.join(archive, BASES, name)
    return { folder, base: Base.parse(JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8'))) }
  })
  return Promise.all(found)
}

/** Removes all but the newest bases, and the pieces of the log that none of these needs. */
export async function pruneArchive(archive: string, log: string, kept: number): Promise<void> {
  const bases = await listBases(archive)
  const [oldest] = bases.slice(-kept)
  for (const { folder } of bases.slice(0, -kept)) await rm(folder, { recursive: true })
  if (oldest === undefined) return
  const first = oldest.base.log.slice(8)
  for (const name of readdirSync(path.join(archive, log))) {
    const number = /^[0-9A-F]{8}(?<number>[0-9A-F]{16})/.exec(name)?.groups?.['number']
    const file = path.join(archive, log, name)
    if (number !== undefined && number < first && (await stat(file)).isFile()) await rm(file)
  }
}
