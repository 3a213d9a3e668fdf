import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { Instant } from '#core/day/day.ts'
import type { BackupOrder } from '#server/backup/make.ts'
import type { RestoreOrder } from '#server/backup/restore.ts'
import { keptTables } from '#server/backup/tables.ts'
import { readSettings } from '#server/platform/settings.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

const now = Instant.parse('2026-03-02T02:00:00.000Z')

/** A folder that goes with the test. */
export function temporary(): string {
  const folder = mkdtempSync('/tmp/xiaohao-backup-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An order to back up a database and a data folder into `to`. */
export function orderOf(pool: pg.Pool, data: string, to: string): BackupOrder {
  return { pool, data, to, withKeys: true, program: '0', now, progress: () => undefined }
}

/** A court's year of work, backed up by the program when the schema ended with migration 0019. */
export const OLD_BACKUP = path.join(import.meta.dirname, '../../../test/upgrade/schema-0019')

/** Where a backup may be restored: an empty database and an empty folder. */
interface Target {
  readonly order: RestoreOrder
  readonly pool: pg.Pool
  readonly data: string
  readonly close: () => Promise<void>
}

/** Makes a target. Nobody may have asked the database anything when the restore begins. */
export async function emptyTarget(backup: string): Promise<Target> {
  const { pool, close } = await freshDatabase()
  const { host, port } = inject('server')
  const url = `postgres://xiaohao@localhost:${port}/${pool.options.database ?? ''}?host=${encodeURIComponent(host)}`
  const folder = mkdtempSync('/tmp/xiaohao-target-')
  const settings = readSettings({ DATABASE_URL: url, XIAOHAO_DATA: path.join(folder, 'data') })
  return {
    order: { backup, settings, keys: null, now, progress: () => undefined },
    pool,
    data: settings.data,
    async close() {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A target that goes with the test. */
export async function targetOfTest(backup: string): Promise<Target> {
  const target = await emptyTarget(backup)
  onTestFinished(target.close)
  return target
}

/** How many rows stand in each table that a backup holds. */
export async function countRows(pool: pg.Pool): Promise<Readonly<Record<string, number>>> {
  const client = await pool.connect()
  try {
    const counts: Record<string, number> = {}
    for (const { name } of await keptTables(client)) {
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`)
      counts[name] = rows[0]?.n ?? 0
    }
    return counts
  } finally {
    client.release()
  }
}
