import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { handOver, type Operator } from '#server/postgres/operator.ts'

/** The superuser of an embedded cluster; the program itself works as the role in `supervisor.ts`. */
export const SUPERUSER = 'postgres'

/** The environment that PostgreSQL sees: nothing of the caller's locale or secrets. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}

/** Makes the cluster where there is none: in a folder of its own, renamed when complete, so that half a cluster is never taken for one. */
export function initialiseCluster(runtime: string, cluster: string, operator: Operator | null): void {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return
  const unfinished = `${cluster}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  handOver(unfinished, operator)
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C.UTF-8']
  const { status, stdout, stderr, error } = spawnSync(
    path.join(runtime, 'bin', 'initdb'),
    ['-D', unfinished, '-U', SUPERUSER, '-A', 'trust', ...locale],
    { ...operator, env: postgresEnvironment(), encoding: 'utf8', cwd: '/' },
  )
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(`initdb: ${error?.message ?? ''} ${stdout ?? ''}${stderr ?? ''}`, { cause: error })
  }
  rmSync(cluster, { recursive: true, force: true })
  renameSync(unfinished, cluster)
}
