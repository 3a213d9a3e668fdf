import path from 'node:path'
import { parseArgs } from 'node:util'
import { Instant } from '#core/day/day.ts'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { inWords } from '#cli/in-words.ts'
import { tellProgress } from '#cli/progress.ts'
import { restoreArchive } from '#server/archive/restore.ts'
import { restoreBackup } from '#server/backup/restore.ts'
import { systemClock } from '#server/platform/clock.ts'
import { readSettings } from '#server/platform/settings.ts'

const USAGE = 'xiaohao restore FOLDER [--keys FOLDER] | xiaohao restore --archive FOLDER [--at 2026-11-23T08:00:00Z]'

/** `xiaohao restore FOLDER`: puts a backup into an empty data folder and an empty database. */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const { positionals, values } = read(args)
  const [folder, ...rest] = positionals
  const { archive, at } = values
  if (archive !== undefined && folder === undefined)
    return inWords(() => playBack(path.resolve(archive), at === undefined ? null : momentOf(at)))
  if (folder === undefined || rest.length > 0 || at !== undefined) throw wrongUse()
  await inWords(() => restore(path.resolve(folder), values.keys === undefined ? null : path.resolve(values.keys)))
}

async function restore(backup: string, keys: string | null): Promise<void> {
  const begun = performance.now()
  const settings = readSettings(process.env)
  const { progress, end } = tellProgress()
  const { manifest, differing } = await restoreBackup({ backup, settings, keys, now: systemClock(), progress })
  end()
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const roots = manifest.journals.map(({ jurisdiction, size, root }) => `日志 journal ${jurisdiction} ${size} ${root}\n`).join('')
  process.stdout.write(`${settings.data}\n行 rows ${rows}，文件 files ${manifest.files.count}，${seconds} s\n${roots}`)
  if (differing.length === 0) return
  throw new CliFailure(
    exitCodes.differs,
    `已恢复，但与备份时不一致：${differing.join('、')}`,
    `restored, but not as it was backed up: ${differing.join(', ')}`,
  )
}

async function playBack(archive: string, until: Instant | null): Promise<void> {
  const settings = readSettings(process.env)
  const { progress, end } = tellProgress()
  const { reached, lacking, faulty } = await restoreArchive({ archive, until, settings, now: systemClock(), progress })
  end()
  process.stdout.write(`${settings.data}\n最后一条 last entry: ${reached ?? '—'}\n`)
  const wrong = [...lacking, ...faulty]
  if (wrong.length === 0) return
  throw new CliFailure(
    exitCodes.differs,
    `已恢复，但缺失或不符：${wrong.join('、')}`,
    `restored, but missing or not whole: ${wrong.join(', ')}`,
  )
}

function momentOf(text: string): Instant {
  const found = Instant.safeParse(Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString())
  if (found.success) return found.data
  throw wrongUse()
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { keys: { type: 'string' }, archive: { type: 'string' }, at: { type: 'string' } },
    })
  } catch {
    throw wrongUse()
  }
}

function wrongUse(): CliFailure {
  return new CliFailure(exitCodes.usage, `用法：${USAGE}`, `usage: ${USAGE}`)
}
