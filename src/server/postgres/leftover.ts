import { readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 15_000
const STEP_MS = 50

/** Process id of the server that holds a cluster, by its `postmaster.pid`; null where there is none. */
function postmasterOf(cluster: string): number | null {
  try {
    return Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/**
 * Stops a server that outlived its program: fast, and at once where that leads nowhere (one told to stop while it begins may wait for ever); it then recovers at
 * its next start. Never kills it and never removes its lock file: PostgreSQL itself knows when that is safe.
 */
export async function stopLeftover(cluster: string): Promise<void> {
  const pid = postmasterOf(cluster)
  if (pid === null || !isPostgres(pid)) return
  for (const how of ['SIGINT', 'SIGQUIT'] as const) {
    signal(pid, how)
    for (let waited = 0; waited < PATIENCE_MS && isAlive(pid); waited += STEP_MS) await sleep(STEP_MS)
    if (!isAlive(pid)) return
  }
}

function isAlive(pid: number): boolean {
  return signal(pid, 0)
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  try {
    return path.basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '')) === 'postgres'
  } catch {
    return true
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
