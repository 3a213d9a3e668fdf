import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FormatError } from '#formats/errors/format-error.ts'
import { oleKind } from '#formats/guard/ole-kind.ts'
import { sniffKind } from '#formats/guard/sniff-kind.ts'

const OLD = /\.(doc|wps|rtf)$/i
const PLACES = ['/usr/bin', '/usr/local/bin', '/opt/libreoffice/program', '/usr/lib/libreoffice/program', '/snap/bin']
const LONGEST_MS = 90_000
const LARGEST = 50 << 20

/**
 * An old Word or WPS file as the .docx that LibreOffice makes of it, numbers kept; any other file as it is. Each call has a profile and a folder
 * of its own, both removed; LibreOffice ends with its children when the time is over or the signal gives up.
 * @throws FormatError `needs-office`, `encrypted`, `damaged`, `timeout`, `aborted`
 */
export async function convertOld(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
  const extension = OLD.exec(name)?.[1]?.toLowerCase()
  const kind = sniffKind(bytes)
  if (extension === undefined || bytes.length > LARGEST || (kind !== 'ole' && kind !== 'rtf')) return bytes
  const found = kind === 'ole' ? oleKind(bytes) : 'doc'
  if (found === 'encrypted') throw new FormatError('encrypted', { file: name })
  if (found !== 'doc' && found !== 'ole') throw new FormatError('wrong-type', { file: name, found })
  const program = PLACES.map((place) => join(place, 'soffice')).find((path) => existsSync(path))
  if (program === undefined) throw new FormatError('needs-office', { file: name })
  if (signal?.aborted === true) throw new FormatError('aborted', { file: name })
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-convert-'))
  try {
    const file = `plan.${kind === 'rtf' ? 'rtf' : 'doc'}`
    await writeFile(join(folder, file), bytes)
    await run(program, folder, file, signal)
    return await readFile(join(folder, 'out', 'plan.docx'))
  } catch (error) {
    throw error instanceof FormatError ? error.inFile(name) : new FormatError('damaged', { file: name }, error)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function run(program: string, folder: string, file: string, signal?: AbortSignal): Promise<void> {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const flags = ['--headless', '--norestore', '--nolockcheck', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out')]
  const child = spawn(program, [profile, ...flags, join(folder, file)], {
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
