import pg from 'pg'
import { type Database, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'
import type { Settings } from '#server/platform/settings.ts'
import { demandSecureLink } from '#server/db/secure-link.ts'
import { Trouble } from '#server/platform/trouble.ts'
import { startEmbeddedPostgres } from '#server/postgres/supervisor.ts'

const OLDEST = 15
const CONNECT_TIMEOUT_MS = 10_000

/** The program's database, migrated: `lost` rejects when it is gone for good. */
export interface OwnDatabase extends Database {
  readonly lost: Promise<never>
}

/** Opens the database the settings name: the external one, or the embedded one, which closing stops as well. */
export async function openOwnDatabase(
  settings: Pick<Settings, 'data' | 'databaseUrl'> & Partial<Pick<Settings, 'archive'>>,
  onError: (error: Error) => void,
): Promise<OwnDatabase> {
  if (settings.databaseUrl !== null) {
    demandSecureLink(settings.databaseUrl)
    const database = openDatabase({ connectionString: settings.databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS }, onError)
    const lost = new Promise<never>(() => undefined)
    return migrated({ ...database, lost }, () => demandVersion(database.pool, settings.databaseUrl ?? ''))
  }
  const embedded = await startEmbeddedPostgres(settings.data, { archive: settings.archive ?? null })
  const database = openDatabase(embedded.connection, onError)
  const close = async () => {
    await database.close()
    await embedded.stop()
  }
  return migrated({ ...database, lost: embedded.lost, close }, async () => undefined)
}

async function migrated(database: OwnDatabase, check: () => Promise<void>): Promise<OwnDatabase> {
  try {
    await check()
    await migrate(database.pool)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function demandVersion(pool: pg.Pool, url: string): Promise<void> {
  const where = withoutPassword(url)
  const found = await pool
    .query<{ major: number }>("SELECT current_setting('server_version_num')::int / 10000 AS major")
    .catch((cause: unknown) => {
      throw new Trouble({
        what: { zh: '无法连接外部数据库。', en: 'the external database cannot be reached.' },
        where,
        cure: {
          zh: '请检查 DATABASE_URL 中的地址、用户和口令，以及数据库是否已启动。',
          en: 'check address, user and password in DATABASE_URL, and that the database runs.',
        },
        cause,
      })
    })
  const major = found.rows[0]?.major ?? 0
  if (major >= OLDEST) return
  throw new Trouble({
    what: { zh: `外部数据库版本过低（${major}）。`, en: `the external database is too old (${major}).` },
    where,
    cure: { zh: `请使用 PostgreSQL ${OLDEST} 或更高版本。`, en: `use PostgreSQL ${OLDEST} or later.` },
  })
}

function withoutPassword(url: string): string {
  return url.replace(/:\/\/([^:/@]*):[^@]*@/, '://$1:…@')
}
