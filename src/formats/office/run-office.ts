import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { FormatError } from '#formats/errors/format-error.ts'
import { writeProfile } from './profile.ts'

const LONGEST_MS = 90_000

/** Bounds the shell sets before it becomes LibreOffice: 4 GB of addresses, files of 512 MB, 120 s of processor time. */
const BOUNDED = 'ulimit -v 4194304; ulimit -f 1048576; ulimit -t 120; exec "$@"'

/**
 * Has LibreOffice convert one file of a folder into `out` below it. It has a profile and a home of its own, and ends with all its children when it is done,
 * the time is over or the signal gives up.
 * @throws FormatError `timeout`, `aborted`
 */
export async function runOffice(program: string, folder: string, file: string, filter: string, signal?: AbortSignal): Promise<void> {
  await writeProfile(join(folder, 'profile'))
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const flags = ['--headless', '--norestore', '--nolockcheck', '--convert-to', filter, '--outdir', join(folder, 'out'), join(folder, file)]
  const child = spawn('/bin/sh', ['-c', BOUNDED, 'sh', program, profile, ...flags], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    env: { HOME: folder, TMPDIR: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
  })
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  child.once('error', reject)
  child.once('exit', () => resolve(undefined))
  const timer = setTimeout(() => reject(new FormatError('timeout', { limit: `${LONGEST_MS / 1000} s` })), LONGEST_MS)
  const abort = (): void => reject(new FormatError('aborted'))
  signal?.addEventListener('abort', abort)
  try {
    await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    endGroup(child.pid)
  }
}

/** LibreOffice starts a second program: the whole group ends. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // all have ended by themselves
  }
}
