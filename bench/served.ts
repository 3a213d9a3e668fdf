import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

/** Others may measure at the same time. */
const PORTS = { from: 8500, many: 1000 }
const STEP_MS = 50
const main = fileURLToPath(new URL('../src/server/main.ts', import.meta.url))

/** The whole program as a process of its own, asked over HTTP by who set it up. */
export interface Served {
  readonly pid: number
  readonly ask: (method: 'GET' | 'POST', path: string, payload?: object) => Promise<unknown>
  readonly stop: () => Promise<void>
}

/** Starts the program on a database and signs in. */
export async function serve(databaseUrl: string): Promise<Served> {
  const data = mkdtempSync('/tmp/xiaohao-bench-')
  chmodSync(data, 0o755)
  const listen = `127.0.0.1:${PORTS.from + Math.floor(Math.random() * PORTS.many)}`
  const env = { ...process.env, DATABASE_URL: databaseUrl, XIAOHAO_DATA: data, XIAOHAO_LISTEN: listen }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  while ((await fetch(`http://${listen}/api/health`).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
    await sleep(STEP_MS)
  }
  let cookie = ''
  const ask: Served['ask'] = async (method, path, payload) => {
    const headers = { cookie, ...(payload ? { 'content-type': 'application/json' } : {}) }
    const answer = await fetch(`http://${listen}/api${path}`, { method, headers, ...(payload ? { body: JSON.stringify(payload) } : {}) })
    const text = await answer.text()
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
    cookie ||= answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return text === '' ? null : z.json().parse(JSON.parse(text))
  }
  await ask('POST', '/session', { login: 'zhangsan', password: 'Correct#Horse9' })
  return { pid: child.pid ?? 0, ask, stop }
}
