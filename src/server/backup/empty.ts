import { existsSync, readdirSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { LEFT_OUT } from '#server/backup/tables.ts'
import { placement } from '#server/db/placement.ts'
import { Trouble } from '#server/platform/trouble.ts'
import { findPlace } from '#server/postgres/place.ts'

/** Stands in a data folder from the first to the last moment of a restore: what is in it then is not whole. */
const MARKER = 'restore-unfinished'
/** What may stand in a data folder that a backup is restored into. */
const ALLOWED = new Set(['settings.json', 'lock', MARKER])

/** Throws a trouble where a restore into this data folder has not come to its end. Asked at every start. */
export function demandWhole(data: string): void {
  if (!existsSync(path.join(data, MARKER))) return
  throw new Trouble({
    what: { zh: '从备份恢复没有完成，数据不完整。', en: 'a restore from a backup was not finished: the data are not whole.' },
    where: path.join(data, MARKER),
    cure: { zh: '请再次运行 xiaohao restore 备份目录。', en: 'run xiaohao restore FOLDER again.' },
  })
}

/** Throws a trouble where a data folder holds anything already, and marks it. What an interrupted restore left is cleared first. */
export async function beginRestore(data: string): Promise<void> {
  const marker = path.join(data, MARKER)
  if (existsSync(marker)) await clear(data)
  const found = readdirSync(data).filter((name) => !ALLOWED.has(name))
  if (found.length > 0) throw notEmpty(data, found.slice(0, 5).join(', '))
  await writeFile(marker, '', { flush: true })
}

/** The restore is whole. */
export async function endRestore(data: string): Promise<void> {
  await rm(path.join(data, MARKER))
}

async function clear(data: string): Promise<void> {
  const place = findPlace(data)
  for (const folder of ['files', 'keys', ...(place === null ? [] : [place])])
    await rm(path.resolve(data, folder), { recursive: true, force: true })
  await rm(path.join(data, 'postgres.json'), { force: true })
}

/**
 * Makes room in a database that holds nothing: its empty tables of ours go, since the backup may be of an older schema. Throws a trouble where any row stands in it, where a
 * table is not ours, or where anybody else works in it.
 */
export async function emptyDatabase(pool: pg.Pool, where: string): Promise<void> {
  const client = await pool.connect()
  try {
    const others = await client.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    )
    if ((others.rowCount ?? 0) > 0) throw inUse(where)
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1`,
    )
    for (const { name } of tables) {
      if (!(name in placement)) throw notEmpty(where, name)
      if (LEFT_OUT.has(name)) continue
      const { rowCount } = await client.query(`SELECT FROM public.${pg.escapeIdentifier(name)} LIMIT 1`)
      if (rowCount !== 0) throw notEmpty(where, name)
    }
    if (tables.length > 0)
      await client.query(`DROP TABLE ${tables.map(({ name }) => `public.${pg.escapeIdentifier(name)}`).join(', ')} CASCADE`)
    await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE')
  } finally {
    client.release()
  }
}

function notEmpty(where: string, what: string): Trouble {
  return new Trouble({
    what: { zh: '这里已有数据，不能恢复到上面。', en: 'there are data already; a backup is never restored over them.' },
    where: `${where} (${what})`,
    cure: {
      zh: '请用 XIAOHAO_DATA 指定一个空的数据目录（使用外部数据库时另建一个空库）。',
      en: 'name an empty data folder in XIAOHAO_DATA (and, with DATABASE_URL, an empty database).',
    },
  })
}

function inUse(where: string): Trouble {
  return new Trouble({
    what: { zh: '还有程序连着这个数据库。', en: 'somebody is connected to the database.' },
    where,
    cure: { zh: '请先停止使用它的程序。', en: 'stop the programs that use it first.' },
  })
}
