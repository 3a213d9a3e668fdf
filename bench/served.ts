import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const LISTEN = '127.0.0.1:8494'
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
  const env = { ...process.env, DATABASE_URL: databaseUrl, XIAOHAO_DATA: data, XIAOHAO_LISTEN: LISTEN }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  while ((await fetch(`http://${LISTEN}/api/health`).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
    await sleep(STEP_MS)
  }
  let cookie = ''
  const ask: Served['ask'] = async (method, path, payload) => {
    const headers = { cookie, ...(payload ? { 'content-type': 'application/json' } : {}) }
    const answer = await fetch(`http://${LISTEN}/api${path}`, { method, headers, ...(payload ? { body: JSON.stringify(payload) } : {}) })
    const text = await answer.text()
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
    cookie ||= answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return text === '' ? null : z.json().parse(JSON.parse(text))
  }
  await ask('POST', '/session', { login: 'zhangsan', password: 'Correct#Horse9' })
  return { pid: child.pid ?? 0, ask, stop }
}
