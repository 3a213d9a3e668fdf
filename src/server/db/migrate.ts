import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { Trouble } from '#server/platform/trouble.ts'

const FOLDER = path.join(import.meta.dirname, '../../../migrations')
/** Any number that nobody else locks. */
const LOCK = 8_420_001

interface Migration {
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

/**
 * Applies every migration not yet applied, in the order of names, each in its own transaction. Several programs may start at once: one migrates,
 * the others wait. Throws a trouble where an applied migration was changed afterwards or is unknown here (the program is older than the data).
 * `only`: those alone, so that the schema is that of an earlier program.
 */
export async function migrate(pool: pg.Pool, folder = FOLDER, only: ReadonlySet<string> | null = null): Promise<void> {
  const migrations = readMigrations(folder).filter(({ name }) => only === null || only.has(name))
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    )
    const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM migration')
    const applied = new Map(rows.map((row) => [row.name, row.sha256]))
    checkApplied(applied, migrations, folder)
    for (const migration of migrations) if (!applied.has(migration.name)) await apply(client, migration)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
    client.release()
  }
}

/** Throws a trouble where the migrations that some data went through are not all known here, unchanged. */
export function demandKnownMigrations(applied: readonly Pick<Migration, 'name' | 'sha256'>[], folder = FOLDER): void {
  checkApplied(new Map(applied.map(({ name, sha256 }) => [name, sha256])), readMigrations(folder), folder)
}

/** How many of our migrations a database still lacks; throws a trouble as `migrate` does. */
export async function countMissingMigrations(pool: pg.Pool, folder = FOLDER): Promise<number> {
  const { rows } = await pool.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM migration')
  demandKnownMigrations(rows, folder)
  return readMigrations(folder).length - rows.length
}

function readMigrations(folder: string): Migration[] {
  return globSync('*.sql', { cwd: folder })
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

async function apply(client: pg.PoolClient, { name, sha256, sql }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query('INSERT INTO migration (name, sha256) VALUES ($1, $2)', [name, sha256])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name} failed`, { cause })
  }
}

function checkApplied(applied: ReadonlyMap<string, string>, migrations: readonly Migration[], folder: string): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]))
  for (const [name, sha256] of applied) {
    if (known.get(name) === sha256) continue
    const isUnknown = !known.has(name)
    throw new Trouble({
      what: isUnknown
        ? { zh: '数据库来自更新版本的程序。', en: 'the database belongs to a newer version of the program.' }
        : { zh: '已执行过的数据库脚本被改动。', en: 'a migration that was applied already has been changed.' },
      where: path.join(folder, name),
      cure: isUnknown
        ? { zh: '请使用与数据相同或更新版本的程序启动。', en: 'start the version that wrote the data, or a later one.' }
        : { zh: '请恢复该文件的原内容；新的改动写入新的脚本。', en: 'restore the file; a change belongs in a new migration.' },
    })
  }
}
