import type pg from 'pg'

/**
 * Tables that a backup leaves out, and why. Everything else in the schema is in it; what waits in the queue is queued again from the rows that it works on.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  // made by the migrations themselves
  'migration',
  // who is signed in signs in again: a session that was ended since must not come back
  'session',
  // a one-time link must not work a second time
  'setup_token',
  // what this installation backed up says nothing about another one
  'backup_run',
])

/**
 * Columns that a restore leaves to their defaults: the number of a transaction means nothing in another cluster, so restored entries count as written by
 * the transaction of the restore. No leaf holds it.
 */
const RENEWED: ReadonlySet<string> = new Set(['journal_entry.xid'])

/** A table with its columns, in their order. */
export interface KeptTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** The tables a backup holds, by name. */
export async function keptTables(client: pg.ClientBase): Promise<readonly KeptTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     GROUP BY c.relname ORDER BY c.relname`,
  )
  return rows
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(({ name, columns }) => ({ name, columns: columns.filter((column) => !RENEWED.has(`${name}.${column}`)) }))
}
