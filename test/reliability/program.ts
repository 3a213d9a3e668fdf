import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const MAIN = path.join(import.meta.dirname, '../../src/server/main.ts')
/** What Node has compiled once it need not compile with every start, as `npm start` has it. */
export const COMPILED = { NODE_COMPILE_CACHE: path.join(import.meta.dirname, '../../node_modules/.cache/xiaohao') } as const
const START_PATIENCE_MS = 90_000
const STEP_MS = 50

/** How to start the program. */
export interface StartOptions {
  readonly data: string
  readonly port: number
  readonly env?: Readonly<Record<string, string>>
  /** Another user to run it as. */
  readonly user?: { readonly uid: number; readonly gid: number }
}

/** A start of the program in a process of its own. */
export interface Started {
  readonly child: ChildProcess
  readonly url: string
  /** What it printed so far, on both channels. */
  readonly output: () => string
  /** From the start of the process to the line that names its address. */
  readonly milliseconds: number
  /** The one-time token, where it printed a link. */
  readonly setupToken: string | null
  /** Sends a signal and waits for the end; gives the exit code. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>
}

/** Starts the program and waits until it serves. Throws with its output when it ends instead. */
export async function startProgram(options: StartOptions): Promise<Started> {
  const begun = performance.now()
  const { child, output, ended } = launch(options)
  for (let waited = 0; !/^销号 xiaohao: http.*\n/m.test(output()); waited += STEP_MS) {
    if (child.exitCode !== null || child.signalCode !== null || waited > START_PATIENCE_MS) throw new Error(`did not start:\n${output()}`)
    await sleep(STEP_MS)
  }
  const milliseconds = performance.now() - begun
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
    return child.exitCode
  }
  const setupToken = /^setup: http:\/\/\S+\/setup#(\S+)$/m.exec(output())?.[1] ?? null
  return { child, url: `http://127.0.0.1:${options.port}`, output, milliseconds, setupToken, end }
}

/** Starts the program expecting it to refuse; gives its exit code and what it printed. */
export async function startRefused(options: StartOptions): Promise<{ code: number | null; output: string }> {
  const { child, output, ended } = launch(options)
  const impatience = setTimeout(() => child.kill('SIGKILL'), START_PATIENCE_MS)
  await ended
  clearTimeout(impatience)
  return { code: child.exitCode, output: output() }
}

function launch({ data, port, env = {}, user }: StartOptions) {
  let text = ''
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: { PATH: process.env['PATH'], ...COMPILED, XIAOHAO_DATA: data, XIAOHAO_LISTEN: `127.0.0.1:${port}`, ...env },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  const keep = (chunk: Buffer) => void (text += String(chunk))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return { child, output: () => text, ended: once(child, 'close') }
}

/** A port nobody uses just now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address === 'string' || address === null) throw new Error('no port')
  return address.port
}

/** Where a data folder's embedded PostgreSQL lives. */
export function placeOf(data: string): string {
  try {
    const pointer: unknown = JSON.parse(readFileSync(path.join(data, 'postgres.json'), 'utf8'))
    if (typeof pointer === 'object' && pointer !== null && 'folder' in pointer) return String(pointer.folder)
  } catch {
    // no pointer: it lies in the data folder
  }
  return path.join(data, 'postgres')
}

/** Process id of a data folder's PostgreSQL, if it runs. */
export function postmasterOf(data: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(placeOf(data), 'cluster-18', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, patienceMs = 60_000): Promise<void> {
  for (let waited = 0; !(await holds()); waited += STEP_MS) {
    if (waited > patienceMs) throw new Error(`waited in vain: ${what}`)
    await sleep(STEP_MS)
  }
}

/** Asks the embedded database of a running program, past the program. */
export async function askDatabase(data: string, text: string): Promise<Record<string, unknown>[]> {
  const host = path.join(placeOf(data), 'run')
  const client = new pg.Client({ host, port: 5432, user: 'xiaohao', database: 'xiaohao' })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}
