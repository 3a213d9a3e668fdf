import type { ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { archivingSettings, isUnbroken, markUnbroken, prepareArchive } from '#server/postgres/archiving.ts'
import { initialiseCluster, SUPERUSER } from '#server/postgres/initialise.ts'
import { type Launch, launchPostgres, PORT } from '#server/postgres/launch.ts'
import { stopLeftover } from '#server/postgres/leftover.ts'
import { makeDatabase, ROLE } from '#server/postgres/make-database.ts'
import { findNativePackage } from '#server/postgres/native-package.ts'
import { chooseOperator } from '#server/postgres/operator.ts'
import { choosePlace } from '#server/postgres/place.ts'
import { prepareRuntime } from '#server/postgres/runtime.ts'
import { makeSocketFolder } from '#server/postgres/socket-folder.ts'
import { watchOver } from '#server/postgres/watchdog.ts'

const STOP_PATIENCE_MS = 30_000

/** A running embedded PostgreSQL. A server that dies unasked is started again. */
export interface EmbeddedPostgres {
  /** Connects as the program's role to its database. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  /** Rejects when a server that died could not be started again; never settles otherwise. */
  readonly lost: Promise<never>
  /** Stops the server; open connections are cut, nothing committed is lost. */
  readonly stop: () => Promise<void>
}

/** How to start: `archive`: the folder into which the database's log goes; `settings`: PostgreSQL's own, over ours. */
interface StartOptions {
  readonly database?: string
  readonly archive?: string | null
  readonly settings?: Readonly<Record<string, string>>
}

/** Starts PostgreSQL in the data folder, making its cluster, role and database where they are missing. */
export async function startEmbeddedPostgres(
  data: string,
  { database = ROLE, archive = null, settings = {} }: StartOptions = {},
): Promise<EmbeddedPostgres> {
  const launch = prepareLaunch(data, archive === null ? settings : { ...archivingSettings(archive), ...settings })
  const place = path.dirname(launch.cluster)
  // what is written without the archive is missing in it
  if (archive === null || !isUnbroken(place, archive)) markUnbroken(place, null)
  if (archive !== null) prepareArchive(archive, launch.operator)
  await stopLeftover(launch.cluster)
  const { lost, stop } = await keepRunning(launch)
  const server = { host: launch.socketFolder, port: PORT }
  try {
    await makeDatabase({ ...server, user: SUPERUSER, database: 'postgres' }, database)
  } catch (error) {
    await stop()
    throw error
  }
  return { connection: { ...server, user: ROLE, database }, lost, stop }
}

function prepareLaunch(data: string, settings: Readonly<Record<string, string>>): Launch {
  const native = findNativePackage()
  mkdirSync(data, { recursive: true })
  const name = `cluster-${native.major}`
  const place = choosePlace(data, chooseOperator(path.join(data, 'postgres', name)))
  const cluster = path.join(place, name)
  const operator = chooseOperator(cluster)
  const runtime = prepareRuntime(place, native)
  const socketFolder = makeSocketFolder(place, operator)
  initialiseCluster(runtime, cluster, operator)
  writeFileSync(path.join(place, '.used'), '')
  return { runtime, cluster, socketFolder, operator, settings }
}

async function keepRunning(launch: Launch): Promise<Pick<EmbeddedPostgres, 'lost' | 'stop'>> {
  let isStopping = false
  let relaunch: Promise<void> = Promise.resolve()
  const { promise: lost, reject } = Promise.withResolvers<never>()
  // whoever does not listen must not be ended by it
  lost.catch(() => undefined)
  const begin = async () => {
    const child = await launchPostgres(launch)
    const watchdog = watchOver(launch.cluster, child.pid ?? 0)
    child.once('exit', () => {
      watchdog.release()
      if (!isStopping) relaunch = again().catch(reject)
    })
    return child
  }
  let child = await begin()
  const again = async () => {
    child = await begin()
  }
  return {
    lost,
    async stop() {
      await relaunch
      isStopping = true
      await stopServer(child)
    },
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS)
  await gone
  clearTimeout(impatience)
}
