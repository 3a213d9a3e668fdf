import { Instant } from '#core/day/day.ts'
import { headContent } from '#core/journal/head.ts'
import { addLeaf, type Frontier, rootOf } from '#core/journal/merkle-tree.ts'
import { lastRun } from '#server/backup/run.ts'
import type { Database, Db } from '#server/db/connect.ts'
import { countMissingMigrations } from '#server/db/migrate.ts'
import { isSignedBy } from '#server/journal/signer.ts'
import { journalHash } from '#server/journal/sm3.ts'
import { about, type Finding } from '#server/operations/finding.ts'
import { Trouble } from '#server/platform/trouble.ts'

const HOUR_MS = 3_600_000
/** A backup each night, with some room. */
const BACKUP_HOURS = 26
/** Clocks may differ by as much. */
const APART_MS = 60_000
/** So many heads back the quick look at the journal goes. */
const HEADS_BACK = 100

/** Looks at the migrations of a database; what else is asked of it needs them all. */
export async function checkMigrations({ pool }: Database): Promise<Finding> {
  const subject = about('数据库结构', 'schema')
  try {
    const missing = await countMissingMigrations(pool)
    if (missing === 0) return subject.ok(['与程序一致', 'that of the program'])
    return subject.warning(
      [`还有 ${missing} 个迁移未执行`, `${missing} migrations are still to be applied`],
      ['启动程序时自动执行', 'the program applies them when it starts'],
    )
  } catch (error) {
    if (error instanceof Trouble)
      return subject.wrong([`${error.what.zh}${error.where}`, `${error.what.en} ${error.where}`], [error.cure.zh, error.cure.en])
    return subject.warning(['库中还没有数据', 'there is nothing in the database yet'], ['启动一次程序', 'start the program once'])
  }
}

/** Looks at the clock, the journal and the last backup. */
export async function checkContents(database: Database, now: Date): Promise<readonly Finding[]> {
  const { db, pool } = database
  return [await checkClock(pool, now), ...(await checkJournals(db)), await checkBackups(pool, now)]
}

async function checkClock(pool: Database['pool'], now: Date): Promise<Finding> {
  const subject = about('时钟', 'clock')
  const { rows } = await pool.query<{ server: string; newest: string | null }>(
    'SELECT clock_timestamp() AS server, (SELECT max(at) FROM journal_head) AS newest',
  )
  const { server = now.toISOString(), newest = null } = rows[0] ?? {}
  const cure = ['与时间服务器对时（chrony、ntpd）', 'set it by a time server (chrony, ntpd)'] as const
  const apart = Math.abs(Date.parse(server) - now.getTime())
  if (apart > APART_MS)
    return subject.wrong(
      [`与数据库服务器相差 ${Math.round(apart / 1000)} 秒`, `${Math.round(apart / 1000)} s apart from the database server`],
      cure,
    )
  if (newest !== null && Date.parse(newest) > now.getTime() + APART_MS)
    return subject.wrong([`早于最近一次封存（${newest}），时钟被拨回过`, `earlier than the last seal (${newest}): it was put back`], cure)
  return subject.ok([now.toISOString(), now.toISOString()])
}

async function checkJournals(db: Db): Promise<readonly Finding[]> {
  const jurisdictions = await db.selectFrom('jurisdiction').select(['id', 'name']).orderBy('id').execute()
  const findings: Finding[] = []
  for (const { id, name } of jurisdictions) {
    const subject = about('操作日志', 'journal')
    const { size, isWhole } = await lookAtEnd(db, id)
    if (isWhole) findings.push(subject.ok([`${name}：${size} 条，末尾完好`, `${name}: ${size} entries, its end is whole`]))
    else
      findings.push(
        subject.wrong(
          [`${name}：末尾与封存的不符`, `${name}: its end is not what was sealed`],
          [
            '运行 xiaohao journal verify 查明是哪一条，并保全现场',
            'run xiaohao journal verify to see which entry, and keep everything as it is',
          ],
        ),
      )
  }
  return findings
}

/** Whether the newest head is signed and follows, leaf by leaf, from one of some time before: quick, where `journal verify` reads everything. */
async function lookAtEnd(db: Db, jurisdictionId: string): Promise<{ readonly size: number; readonly isWhole: boolean }> {
  const heads = await db
    .selectFrom('journalHead')
    .innerJoin('journalKey', 'journalKey.key', 'journalHead.key')
    .select(['size', 'root', 'at', 'signature', 'frontier', 'publicKey'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('size', 'desc')
    .limit(HEADS_BACK)
    .execute()
  const [newest, oldest] = [heads[0], heads.at(-1)]
  if (newest === undefined || oldest === undefined) return { size: 0, isWhole: true }
  const leaves = await db
    .selectFrom('journalLeaf')
    .select('leaf')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('leafIndex', '>=', oldest.size)
    .orderBy('leafIndex')
    .execute()
  const start: Frontier = { size: Number(oldest.size), roots: oldest.frontier }
  const end = leaves.reduce((frontier, { leaf }) => addLeaf(journalHash, frontier, leaf), start)
  const size = Number(newest.size)
  const content = headContent({ jurisdiction: jurisdictionId, size, root: newest.root, at: Instant.parse(newest.at) })
  const isWhole = end.size === size && rootOf(journalHash, end) === newest.root && isSignedBy(newest.publicKey, content, newest.signature)
  return { size, isWhole }
}

/** Looks at whether the database's log reaches its archive. */
export async function checkArchive(pool: Database['pool'], archive: string | null): Promise<Finding> {
  const subject = about('连续归档', 'continuous archive')
  if (archive === null) return subject.ok(['未启用', 'not in use'])
  const { rows } = await pool.query<{ mode: string; failing: boolean; last: string | null }>(
    `SELECT current_setting('archive_mode') AS mode, last_archived_time AS last,
            last_failed_time IS NOT NULL AND last_failed_time > coalesce(last_archived_time, '-infinity') AS failing FROM pg_stat_archiver`,
  )
  const { mode = 'off', failing = false, last = null } = rows[0] ?? {}
  if (mode !== 'on')
    return subject.wrong(['数据库启动时没有启用归档', 'the database was started without it'], ['重新启动程序', 'start the program again'])
  if (failing)
    return subject.wrong(
      [`写不进 ${archive}`, `${archive} cannot be written to`],
      ['检查该目录的空间和权限；恢复后会自动补上', 'check its space and rights: what is missing follows by itself'],
    )
  return subject.ok([`${archive}，最近 ${last ?? '—'}`, `${archive}, last ${last ?? '—'}`])
}

async function checkBackups(pool: Database['pool'], now: Date): Promise<Finding> {
  const subject = about('备份', 'backup')
  const last = await lastRun(pool)
  const cure = [
    '运行 xiaohao backup --to 另一块磁盘，并设为每晚自动执行',
    'run xiaohao backup --to ANOTHER DISK, and have it done each night',
  ] as const
  if (last === null) return subject.warning(['还没有备份过', 'there is none yet'], cure)
  const hours = Math.floor((now.getTime() - Date.parse(last.endedAt)) / HOUR_MS)
  const what = [`${hours} 小时前，${last.place}`, `${hours} hours ago, ${last.place}`] as const
  return hours > BACKUP_HOURS ? subject.warning(what, cure) : subject.ok(what)
}
