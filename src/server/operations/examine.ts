import path from 'node:path'
import type { Mode } from '#core/access/mode.ts'
import { checkAccess } from '#server/operations/check-access.ts'
import { checkArchive, checkContents, checkMigrations } from '#server/operations/check-database.ts'
import { checkFolder } from '#server/operations/check-folder.ts'
import { about, type Finding } from '#server/operations/finding.ts'
import { type ReachedDatabase, reachDatabase } from '#server/operations/reach-database.ts'
import type { Settings } from '#server/platform/settings.ts'
import { Trouble } from '#server/platform/trouble.ts'
import { readMode } from '#server/setup/mode.ts'

const WEB = path.join(import.meta.dirname, '../../../dist/web')

/** Looks over an installation, running or not, and changes nothing in it. Where one check cannot be made the others still are. */
export async function examine(settings: Settings, now: Date): Promise<readonly Finding[]> {
  const folder = checkFolder(settings, WEB)
  const isThere = folder.length > 1
  const { findings, mode } = isThere || settings.databaseUrl !== null ? await examineDatabase(settings, now) : { findings: [], mode: null }
  return [...folder, ...findings, ...checkAccess(settings, mode, now)]
}

async function examineDatabase(
  settings: Settings,
  now: Date,
): Promise<{ readonly findings: readonly Finding[]; readonly mode: Mode | null }> {
  const subject = about('数据库', 'database')
  let database: ReachedDatabase | null = null
  try {
    database = await reachDatabase(settings)
    const { rows } = await database.pool.query<{ version: string }>("SELECT current_setting('server_version') AS version")
    const how =
      settings.databaseUrl !== null
        ? ['外部', 'external']
        : database.isServed
          ? ['程序正在运行', 'the program runs']
          : ['程序未运行', 'the program does not run']
    const reached = subject.ok([`PostgreSQL ${rows[0]?.version}，${how[0]}`, `PostgreSQL ${rows[0]?.version}, ${how[1]}`])
    const migrations = await checkMigrations(database)
    if (migrations.state !== 'ok') return { findings: [reached, migrations], mode: null }
    const archive = settings.databaseUrl === null ? [await checkArchive(database.pool, settings.archive)] : []
    return { findings: [reached, migrations, ...(await checkContents(database, now)), ...archive], mode: await readMode(database.db) }
  } catch (error) {
    return { findings: [unreachable(error)], mode: null }
  } finally {
    await database?.close()
  }
}

function unreachable(error: unknown): Finding {
  const subject = about('数据库', 'database')
  if (error instanceof Trouble)
    return subject.wrong([`${error.what.zh}${error.where}`, `${error.what.en} ${error.where}`], [error.cure.zh, error.cure.en])
  const reason = error instanceof Error ? [...('code' in error ? [String(error.code)] : []), error.message].join(' ') : ''
  return subject.wrong(
    [`无法查询（${reason}）`, `cannot be asked (${reason})`],
    ['检查 DATABASE_URL，或查看程序的日志', 'check DATABASE_URL, or see the log of the program'],
  )
}
