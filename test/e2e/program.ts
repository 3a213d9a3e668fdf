import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../..')

/** The running program with a data folder of its own. */
export interface Program {
  readonly origin: string
  /** The link that it printed. */
  readonly setupLink: string
  readonly stop: () => Promise<void>
}

/** Starts the program as a user would, and waits for the set-up link on a line of its own. */
export async function startProgram(): Promise<Program> {
  if (!existsSync(path.join(ROOT, 'dist/web/index.html'))) throw new Error('the web is not built: npm run build')
  const data = mkdtempSync(path.join(tmpdir(), 'xiaohao-e2e-'))
  // the embedded database may run as another user
  chmodSync(data, 0o755)
  const listen = `127.0.0.1:${await freePort()}`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', XIAOHAO_DATA: data, XIAOHAO_LISTEN: listen },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async (): Promise<void> => {
    await ended(child)
    rmSync(data, { recursive: true, force: true })
  }
  try {
    return { origin: `http://${listen}`, setupLink: await printedLink(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString()
      const link = /^setup: (\S+)$/m.exec(printed)?.[1]
      if (link !== undefined) resolve(link)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${printed}`)))
  })
}

function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return Promise.resolve()
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return end
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
