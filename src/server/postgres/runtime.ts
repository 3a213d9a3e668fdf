import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { NativePackage } from '#server/postgres/native-package.ts'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const NOT_NEEDED = /\.a$|\/pgxs(\/|$)|\/include(\/|$)/

/**
 * A private copy of the PostgreSQL programs below `root`; gives its folder. A copy, because another user must be able to run it, because
 * npm may have left out symbolic links and execute bits, and because a running server must outlive a new `npm ci`.
 */
export function prepareRuntime(root: string, native: NativePackage): string {
  const runtime = path.join(root, `runtime-${native.version}`)
  if (existsSync(path.join(runtime, '.complete'))) return runtime
  const unfinished = `${runtime}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(native.folder, unfinished, { recursive: true, verbatimSymlinks: true, filter: (source) => !NOT_NEEDED.test(source) })
  restoreLinks(unfinished)
  for (const program of ['postgres', 'initdb', 'pg_ctl']) chmodSync(path.join(unfinished, 'bin', program), 0o755)
  writeFileSync(path.join(unfinished, '.complete'), '')
  rmSync(runtime, { recursive: true, force: true })
  renameSync(unfinished, runtime)
  return runtime
}

function restoreLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(folder, path.relative('native', target))
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}
