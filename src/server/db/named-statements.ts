import { createHash } from 'node:crypto'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'

/** So many statements have a name: the database keeps each on every connection. */
const MOST = 500
/** What came so often comes again. */
const OFTEN = 3

const names = new Map<string, string>()
const seen = new Map<string, number>()

/**
 * A pool on whose connections the database parses and plans once what comes again and again. Not in transactions that only read: what they ask depends on what a
 * person looks for, and is planned for it.
 */
export function withNamedStatements(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, pg.PoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const named = known.get(client) ?? naming(client)
      known.set(client, named)
      return named
    },
  }
}

function naming(client: pg.PoolClient): pg.PoolClient {
  let isReading = false
  const query = async (text: string, values: unknown[] = []) => {
    if (text.startsWith('start transaction')) isReading = text.endsWith('read only')
    if (text === 'commit' || text === 'rollback') isReading = false
    const name = isReading || values.length === 0 ? undefined : nameOf(text)
    return name === undefined ? client.query(text, values) : client.query({ name, text, values })
  }
  return new Proxy(client, { get: (target, key): unknown => (key === 'query' ? query : Reflect.get(target, key)) })
}

/** The name of a statement that came often enough; rows of other columns than yesterday's would break one that selects all of them. */
function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size >= MOST || seen.size > MOST * OFTEN) return name
  const times = (seen.get(text) ?? 0) + 1
  seen.set(text, times)
  if (times < OFTEN || /select (\w+\.|"\w+"\.)?\*/.test(text)) return undefined
  const given = createHash('sha256').update(text).digest('base64url')
  names.set(text, given)
  seen.delete(text)
  return given
}
