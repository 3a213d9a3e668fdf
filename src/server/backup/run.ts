import type pg from 'pg'

/** A backup that came to its end. */
export interface BackupRun {
  readonly id: string
  readonly place: string
  readonly beganAt: string
  readonly endedAt: string
  readonly rows: number
  readonly files: number
  readonly bytes: number
}

/** Keeps that a backup was made, where the database has a place for it: that of an earlier version has none. */
export async function recordRun(pool: pg.Pool, run: BackupRun): Promise<void> {
  const there = await pool.query<{ isThere: boolean }>(`SELECT to_regclass('public.backup_run') IS NOT NULL AS "isThere"`)
  if (there.rows[0]?.isThere !== true) return
  const { id, place, beganAt, endedAt, rows, files, bytes } = run
  await pool.query(
    'INSERT INTO backup_run (id, place, began_at, ended_at, table_rows, file_count, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [id, place, beganAt, endedAt, rows, files, bytes],
  )
}

/** When and where the last backup was made; null where there was none. */
export async function lastRun(pool: pg.Pool): Promise<{ readonly endedAt: string; readonly place: string } | null> {
  const { rows } = await pool.query<{ endedAt: string; place: string }>(
    'SELECT ended_at AS "endedAt", place FROM backup_run ORDER BY ended_at DESC LIMIT 1',
  )
  return rows[0] ?? null
}
