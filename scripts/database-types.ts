import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '#server/db/migrate.ts'
import { startEmbeddedPostgres } from '#server/postgres/supervisor.ts'

// migrates a database of its own and writes the row types of what then stands there
const folder = mkdtempSync('/tmp/xiaohao-types-')
chmodSync(folder, 0o755)
const server = await startEmbeddedPostgres(path.join(folder, 'data'), { settings: { fsync: 'off' } })
const { host, port, user, database } = server.connection
const pool = new pg.Pool(server.connection)
await migrate(pool)
await pool.end()
const { status } = spawnSync(
  'kysely-codegen',
  [
    '--dialect=postgres',
    `--url=postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    '--camel-case',
    '--date-parser=string',
    '--type-mapping={"timestamptz":"string"}',
    '--exclude-pattern=migration',
    '--out-file=src/server/db/types.gen.ts',
  ],
  { stdio: 'inherit' },
)
await server.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(status ?? 1)
