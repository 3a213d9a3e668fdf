import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { initialiseCluster, SUPERUSER } from '#server/postgres/initialise.ts'
import { launchPostgres, PORT } from '#server/postgres/launch.ts'
import { stopLeftover } from '#server/postgres/leftover.ts'
import { findNativePackage } from '#server/postgres/native-package.ts'
import { chooseOperator } from '#server/postgres/operator.ts'
import { choosePlace } from '#server/postgres/place.ts'
import { prepareRuntime } from '#server/postgres/runtime.ts'
import { makeSocketFolder } from '#server/postgres/socket-folder.ts'
import { watchOver } from '#server/postgres/watchdog.ts'

/** The role the program works as: owns its database, is no superuser, so that what is revoked from it stays revoked. */
const ROLE = 'xiaohao'
const STOP_PATIENCE_MS = 30_000

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  readonly pid: number
  /** Connects as the program's role to its database. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  /** Resolves when the server has ended for any reason. */
  readonly ended: Promise<void>
  /** Stops the server; open connections are cut, nothing committed is lost. */
  stop: () => Promise<void>
}

/** Starts PostgreSQL in the data folder, making its cluster, role and database where they are missing. */
export async function startEmbeddedPostgres(
  data: string,
  { database = ROLE, settings = {} }: { database?: string; settings?: Readonly<Record<string, string>> } = {},
): Promise<EmbeddedPostgres> {
  const native = findNativePackage()
  mkdirSync(data, { recursive: true })
  const place = choosePlace(data, chooseOperator(path.join(data, 'postgres', `cluster-${native.major}`)))
  const cluster = path.join(place, `cluster-${native.major}`)
  const operator = chooseOperator(cluster)
  const runtime = prepareRuntime(place, native)
  const socketFolder = makeSocketFolder(place, operator)
  initialiseCluster(runtime, cluster, operator)
  writeFileSync(path.join(place, '.used'), '')
  await stopLeftover(cluster)
  const child = await launchPostgres({ runtime, cluster, socketFolder, operator, settings })
  const pid = child.pid ?? 0
  const watchdog = watchOver(cluster, pid)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const server = { host: socketFolder, port: PORT }
  await makeDatabase({ ...server, user: SUPERUSER, database: 'postgres' }, database)
  return {
    pid,
    connection: { ...server, user: ROLE, database },
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGINT')
        const impatience = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS)
        await ended
        clearTimeout(impatience)
      }
      watchdog.release()
    },
  }
}

async function makeDatabase(connection: pg.ClientConfig, database: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ lc_ctype: string | null; role: boolean; database: boolean }>(
      `SELECT (SELECT datcollate || ' ' || datctype FROM pg_database WHERE datname = 'template1') AS lc_ctype,
              EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database`,
      [ROLE, database],
    )
    const found = rows[0]
    // with ctype C, trigrams of Chinese text are empty and every search finds nothing
    if (found?.lc_ctype !== 'C C.UTF-8') throw new Error(`the cluster has locale ${found?.lc_ctype}, C C.UTF-8 is needed`)
    if (!found.role) await client.query(`CREATE ROLE ${ROLE} LOGIN`)
    if (!found.database) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${ROLE}`)
  } finally {
    await client.end()
  }
}
