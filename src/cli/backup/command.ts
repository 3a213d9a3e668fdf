import path from 'node:path'
import { parseArgs } from 'node:util'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { inWords } from '#cli/in-words.ts'
import { tellProgress } from '#cli/progress.ts'
import { checkBackup, damagedFiles } from '#server/backup/check.ts'
import { removeOlder } from '#server/backup/find.ts'
import { makeBackup } from '#server/backup/make.ts'
import { readManifest } from '#server/backup/manifest.ts'
import { recordRun } from '#server/backup/run.ts'
import { reachDatabase } from '#server/operations/reach-database.ts'
import { systemClock } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { readSettings } from '#server/platform/settings.ts'
import { readVersion } from '#server/platform/version.ts'

const USAGE = 'xiaohao backup [--to FOLDER] [--keep N] [--without-keys] | xiaohao backup check FOLDER'
const MB = 1024 ** 2

/** `xiaohao backup …`: backs up the installation while it runs, or checks a backup. */
export async function backupCommand(args: readonly string[]): Promise<void> {
  const { positionals, values } = read(args)
  const [verb, folder, ...rest] = positionals
  if (rest.length > 0) throw wrongUse()
  const keep = values.keep === undefined ? null : Number(values.keep)
  if (keep !== null && !(Number.isInteger(keep) && keep >= 1)) throw wrongUse()
  if (verb === undefined) await inWords(() => make(values.to ?? null, values['without-keys'] !== true, keep))
  else if (verb === 'check' && folder !== undefined && values.to === undefined) await inWords(() => check(path.resolve(folder)))
  else throw wrongUse()
}

async function make(to: string | null, withKeys: boolean, keep: number | null): Promise<void> {
  const settings = readSettings(process.env)
  const begun = performance.now()
  const now = systemClock()
  const target = path.resolve(to ?? path.join(settings.data, 'backups'))
  const { progress, end } = tellProgress()
  const database = await reachDatabase(settings)
  try {
    const order = { pool: database.pool, data: settings.data, to: target, withKeys, program: readVersion(), now, progress }
    const { folder, manifest } = await makeBackup(order)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const bytes = manifest.files.bytes + manifest.tables.reduce((sum, table) => sum + table.bytes, 0)
    const { files } = manifest
    await recordRun(database.pool, { id: uuidv7(), place: folder, beganAt: now, endedAt: systemClock(), rows, files: files.count, bytes })
    end()
    process.stdout.write(`${folder}\n${wordAmounts({ rows, files: files.count, bytes, since: begun })}`)
    if (keep !== null) for (const older of await removeOlder(target, keep)) process.stdout.write(`已删除 removed ${older}\n`)
    if (to === null)
      process.stderr.write(
        '提示：备份与数据在同一磁盘上，请用 --to 放到另一块磁盘。\nNote: this backup lies on the disk of the data; name another with --to.\n',
      )
    demandNothingLacks(manifest.lacking)
  } finally {
    await database.close()
  }
}

async function check(folder: string): Promise<void> {
  const begun = performance.now()
  const { progress, end } = tellProgress()
  const manifest = await readManifest(folder)
  const damaged = await checkBackup(folder, manifest, progress)
  end()
  if (damaged.length > 0) throw damagedFiles(folder, damaged)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = manifest.files.bytes + manifest.tables.reduce((sum, table) => sum + table.bytes, 0)
  process.stdout.write(`完整 whole: ${folder}\n${wordAmounts({ rows, files: manifest.files.count, bytes, since: begun })}`)
  demandNothingLacks(manifest.lacking)
}

function demandNothingLacks(lacking: readonly string[]): void {
  if (lacking.length === 0) return
  const named = lacking.slice(0, 20).join('\n  ')
  throw new CliFailure(
    exitCodes.differs,
    `有 ${lacking.length} 个佐证文件在数据目录中已缺失或损坏，备份不含它们：\n  ${named}`,
    `${lacking.length} files of evidence were missing or damaged in the data folder already; the backup is without them.`,
  )
}

function wordAmounts({ rows, files, bytes, since }: { rows: number; files: number; bytes: number; since: number }): string {
  const seconds = (performance.now() - since) / 1000
  return `行 rows ${rows}，文件 files ${files}，${(bytes / MB).toFixed(1)} MB，${seconds.toFixed(1)} s\n`
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { to: { type: 'string' }, 'without-keys': { type: 'boolean' }, keep: { type: 'string' } },
    })
  } catch {
    throw wrongUse()
  }
}

function wrongUse(): CliFailure {
  return new CliFailure(exitCodes.usage, `用法：${USAGE}`, `usage: ${USAGE}`)
}
