import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgresEnvironment } from '#server/postgres/initialise.ts'
import { stopLeftover } from '#server/postgres/leftover.ts'
import type { Operator } from '#server/postgres/operator.ts'

/** What a server is started with. `settings` are PostgreSQL's own, over ours. */
export interface Launch {
  readonly runtime: string
  readonly cluster: string
  readonly socketFolder: string
  readonly operator: Operator | null
  readonly settings: Readonly<Record<string, string>>
}

/** Number in the socket's name; nothing listens on a network port. */
export const PORT = 5432
const TRIES = 60
const PAUSE_MS = 250
const LOG_KEPT = 20_000
/** Backends of a killed server may hold its memory for a moment, and a server may be killed while it starts. */
const PASSING =
  /^postgres was ended by|lock file "postmaster.pid" already exists|pre-existing shared memory|lock file ".*\.lock" already exists/

/** Starts a server and waits until it takes connections. Tries again while remains of a killed one fade. Throws with the server's own log. */
export async function launchPostgres(launch: Launch): Promise<ChildProcess> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await launchOnce(launch)
    } catch (error) {
      if (left <= 1 || !(error instanceof Error) || !PASSING.test(error.message)) throw error
      // a program that was killed while its server began left one that nobody watches, and that had no lock file yet when it was looked for
      if (error.message.includes('"postmaster.pid" already exists')) await stopLeftover(launch.cluster)
      await sleep(PAUSE_MS)
    }
  }
}

function launchOnce({ runtime, cluster, socketFolder, operator, settings }: Launch): Promise<ChildProcess> {
  const all = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    ...settings,
  }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return new Promise((resolve, reject) => {
    let log = ''
    const child = spawn(path.join(runtime, 'bin', 'postgres'), ['-D', cluster, '-p', String(PORT), ...options], {
      ...operator,
      env: postgresEnvironment(),
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      // out of the terminal's process group: Ctrl-C must not stop the database before the program has finished with it
      detached: true,
    })
    child.stderr.on('data', (chunk: Buffer) => {
      log = (log + String(chunk)).slice(-LOG_KEPT)
      if (log.includes('ready to accept connections')) resolve(child)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`postgres ${signal ? `was ended by ${signal}` : `ended with ${code}`}\n${log}`)))
  })
}
