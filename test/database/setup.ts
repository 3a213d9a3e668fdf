import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import pg from 'pg'
import { migrate } from '#server/db/migrate.ts'
import { startJobs } from '#server/jobs/jobs.ts'
import { startEmbeddedPostgres } from '#server/postgres/supervisor.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: { readonly host: string; readonly port: number }
  }
}

/** One server for the run, one migrated template; each test file clones it (see `fresh-database.ts`). Fast, not safe: nothing is synced. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync('/tmp/xiaohao-test-')
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres(path.join(folder, 'data'), {
    database: 'template',
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const pool = new pg.Pool(server.connection)
  await migrate(pool)
  const jobs = await startJobs(pool, [], () => undefined)
  await jobs.stop()
  await pool.end()
  provide('server', { host: server.connection.host, port: server.connection.port })
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
