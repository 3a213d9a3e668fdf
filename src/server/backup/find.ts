import { existsSync, globSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { MANIFEST } from '#server/backup/manifest.ts'

/** What the name of a folder begins with while the backup in it is being made. */
export const UNFINISHED = '.unfinished-'
/** Names the installation whose unfinished backup this is. */
export const STARTED = 'started'

/** The newest whole backup in a folder; null where there is none. */
export function findWhole(folder: string): string | null {
  const names = globSync('xiaohao-*', { cwd: folder }).toSorted()
  const newest = names.findLast((name) => existsSync(path.join(folder, name, MANIFEST)))
  return newest === undefined ? null : path.join(folder, newest)
}

/** Removes all but the newest whole backups of a folder; gives those that went. */
export async function removeOlder(folder: string, kept: number): Promise<readonly string[]> {
  const whole = globSync('xiaohao-*', { cwd: folder })
    .filter((name) => existsSync(path.join(folder, name, MANIFEST)))
    .toSorted()
  const older = whole.slice(0, Math.max(whole.length - kept, 0)).map((name) => path.join(folder, name))
  for (const backup of older) await rm(backup, { recursive: true })
  return older
}

/** Removes what earlier backups of this installation left unfinished (a crash, a full disk). The caller makes sure that none is being made. */
export async function removeAbandoned(folder: string, installation: string): Promise<void> {
  for (const name of globSync(`${UNFINISHED}*`, { cwd: folder })) {
    const started = path.join(folder, name, STARTED)
    if (existsSync(started) && readFileSync(started, 'utf8') === installation)
      await rm(path.join(folder, name), { recursive: true, force: true })
  }
}
