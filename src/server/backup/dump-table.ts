import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { makeMeter } from '#server/backup/copied.ts'
import { type SavedTable, tableFile } from '#server/backup/manifest.ts'
import type { KeptTable } from '#server/backup/tables.ts'

/** Fast rather than small: text shrinks to about a sixth all the same. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** Writes the rows of a table, as the client's transaction sees them, in PostgreSQL's own text form, which every later version reads. */
export async function dumpTable(
  client: pg.ClientBase,
  { name, columns }: KeptTable,
  folder: string,
  onBytes: (bytes: number) => void,
): Promise<SavedTable> {
  const rows = client.query(to(`COPY public.${pg.escapeIdentifier(name)} (${listColumns(columns)}) TO STDOUT`))
  const meter = makeMeter()
  const uncompressed = makeMeter(onBytes)
  const target = createWriteStream(path.join(folder, tableFile(name)), { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(rows, uncompressed.stream, createZstdCompress(LEVEL), meter.stream, target)
  // the count comes behind the rows: whoever is answered next has it
  await client.query('SELECT')
  return { name, columns: [...columns], rows: rows.rowCount, ...meter.passed() }
}

/** Column names for a statement. */
export function listColumns(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}
