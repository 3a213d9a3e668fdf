import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { makeMeter } from '#server/backup/copied.ts'
import { listColumns } from '#server/backup/dump-table.ts'
import { type Manifest, type SavedTable, tableFile } from '#server/backup/manifest.ts'
import { countStage, type Progress } from '#server/backup/progress.ts'

/** Memory for building indexes while nobody else works in the database. */
const INDEX_MEMORY = '256MB'

/**
 * Loads every table of a backup in one transaction: all of it or nothing. Indexes and references between tables are laid aside and made again behind the rows: that is many
 * times faster, and no order of tables is needed. Gives the tables whose number of rows is another than when they were saved.
 */
export async function loadTables(pool: pg.Pool, backup: string, manifest: Manifest, progress: Progress): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SET LOCAL maintenance_work_mem = '${INDEX_MEMORY}'`)
    const again = await layAside(client)
    const count = countStage(
      progress,
      'tables',
      manifest.tables.reduce((sum, { bytes }) => sum + bytes, 0),
    )
    const differing: string[] = []
    for (const table of manifest.tables) if ((await loadTable(client, backup, table, count)) !== table.rows) differing.push(table.name)
    const countIndexes = countStage(progress, 'indexes', again.length)
    for (const statement of again) {
      await client.query(statement)
      countIndexes(1)
    }
    await client.query('COMMIT')
    return differing
  } finally {
    // a transaction that did not come to its end is rolled back with its connection
    client.release(true)
  }
}

async function loadTable(
  client: pg.ClientBase,
  backup: string,
  { name, columns }: SavedTable,
  onBytes: (bytes: number) => void,
): Promise<number> {
  const rows = client.query(from(`COPY public.${pg.escapeIdentifier(name)} (${listColumns(columns)}) FROM STDIN`))
  const meter = makeMeter(onBytes)
  await pipeline(createReadStream(path.join(backup, tableFile(name))), meter.stream, createZstdDecompress(), rows)
  return rows.rowCount
}

/** Drops every reference and every index that is no constraint; gives the statements that make them again. */
async function layAside(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows: references } = await client.query<{ drop: string; make: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text, conname`,
  )
  const { rows: indexes } = await client.query<{ drop: string; make: string }>(
    `SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS drop, pg_get_indexdef(i.indexrelid) AS make
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
     ORDER BY c.relname`,
  )
  for (const { drop } of [...references, ...indexes]) await client.query(drop)
  return [...indexes, ...references].map(({ make }) => make)
}
