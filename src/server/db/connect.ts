import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { jurisdictionGuard } from '#server/db/guard.ts'
import { withNamedStatements } from '#server/db/named-statements.ts'
import { ownedTables } from '#server/db/placement.ts'
import type { DB } from '#server/db/types.gen.ts'

/** The database, or a transaction on it, with our tables; every query on an owned table must name its jurisdiction (see `guard.ts`). */
export type Db = Kysely<DB>
export type Tx = Transaction<DB>

/** An open database: `pool` for what is not a query of ours (jobs, migrations). */
export interface Database {
  readonly db: Db
  readonly pool: pg.Pool
  close: () => Promise<void>
}

const CONNECTIONS = 10

// days stay `YYYY-MM-DD`, instants ISO 8601 with Z, as in core
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

/** Opens a pool. `onError` hears of idle connections that broke (the server was stopped); without a listener Node would end. */
export function openDatabase(connection: pg.PoolConfig, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({ max: CONNECTIONS, keepAlive: true, ...connection })
  let isClosing = false
  // a connection that breaks while in use tells its query, and besides itself: without a listener that would end the program
  pool.on('connect', (client) => client.on('error', () => undefined))
  // a server that stops may still tell a connection that is just being closed
  pool.on('error', (error) => {
    if (!isClosing) onError(error)
  })
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: withNamedStatements(pool) }), plugins: [guard, camelCase] })
  return {
    db,
    pool,
    async close() {
      isClosing = true
      await db.destroy()
      // nothing was asked through the query builder: then it has not ended the pool
      if (!pool.ending) await pool.end()
    },
  }
}

const guard = jurisdictionGuard(ownedTables)
// keys inside JSON stay as they are
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** The same transaction, in which a query that names another jurisdiction is refused. Each query is looked through once. */
export function scopeTo(tx: Tx, jurisdictionId: string): Tx {
  const scoped = tx.withoutPlugins().withPlugin(jurisdictionGuard(ownedTables, jurisdictionId)).withPlugin(camelCase)
  owners.set(scoped, jurisdictionId)
  return scoped
}

const owners = new WeakMap<Tx, string>()

/** Refuses a statement about another jurisdiction than the transaction's own, where it is not looked through again. */
export function demandOwn(tx: Tx, jurisdictionId: string): void {
  if ((owners.get(tx) ?? jurisdictionId) !== jurisdictionId) throw new Error('jurisdiction guard: a query names another jurisdiction')
}
