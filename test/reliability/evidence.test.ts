import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { freePort, startProgram, type Started, until } from '#test/reliability/program.ts'

const MB = 1024 ** 2
const BOUNDARY = 'boundary'
/** As large as a film of half an hour. */
const LARGE = 300
/** Buffers under way and what the collector has not yet taken back; a file held in memory would need all of it. */
const MOST_GROWTH_MB = 120

/** The most memory a process has had, in MB. */
function peakOf({ child }: Started): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024
}

/** Sends a file of so many MB as a stream; `stopAfter`: the sender goes away after so many. */
function send(url: string, cookie: string, megabytes: number, stopAfter = Infinity): Promise<{ status: number; body: string }> {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="film.mp4"\r\ncontent-type: video/mp4\r\n\r\n`
  const tail = `\r\n--${BOUNDARY}--\r\n`
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>()
  const length = head.length + megabytes * MB + tail.length
  const asked = request(`${url}/api/evidence`, {
    method: 'POST',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'content-length': length },
  })
  asked.on('error', reject)
  asked.on('response', (answer) => {
    let body = ''
    answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
  })
  void (async () => {
    asked.write(head)
    for (let sent = 0; sent < megabytes; sent += 1) {
      if (sent >= stopAfter) return asked.destroy()
      const part =
        sent === 0 ? Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'), randomBytes(MB - 24)]) : randomBytes(MB)
      if (!asked.write(part)) await new Promise((drained) => asked.once('drain', drained))
    }
    return asked.end(tail)
  })()
  return promise
}

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile()).length

test('a large file goes through without being held, and an upload that breaks leaves nothing', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync('/tmp/xiaohao-evidence-')
  chmodSync(folder, 0o755)
  const options = { data: path.join(folder, 'data'), port: await freePort() }
  let program = await startProgram(options)
  onTestFinished(() => void program.child.kill('SIGTERM'))
  const { url } = program
  const setup = { token: program.setupToken, jurisdiction: '某市中级人民法院', name: '张三', login: 'zhangsan', password: 'Correct#Horse9' }
  const post = (where: string, body: object) =>
    fetch(url + where, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const signIn = async () => cookieOf(await post('/api/session', { login: setup.login, password: setup.password }))
  let cookie = cookieOf(await post('/api/setup', setup))
  const store = path.join(options.data, 'files')

  expect((await send(url, cookie, 1)).status).toBe(200)
  const before = peakOf(program)
  const { status, body } = await send(url, cookie, LARGE)
  expect([status, filesIn(store)]).toEqual([200, 2])
  const { evidence } = z.object({ evidence: z.object({ id: z.string(), bytes: z.number() }) }).parse(JSON.parse(body))
  expect(evidence.bytes).toBe(LARGE * MB)
  let received = 0
  const down = await fetch(`${url}/api/evidence/${evidence.id}/file`, { headers: { cookie } })
  for await (const chunk of down.body ?? []) received += chunk.length
  expect(received).toBe(LARGE * MB)
  const growth = peakOf(program) - before
  console.log(`${LARGE} MB up and down: peak ${Math.round(before)} → ${Math.round(before + growth)} MB`)
  expect(growth).toBeLessThan(MOST_GROWTH_MB)

  expect(await send(url, cookie, 50, 20).catch(() => 'cut')).toBe('cut')
  await until(async () => filesIn(store) === 2, 'what a sender left behind is gone')

  const cut = send(url, cookie, 400).catch(() => 'cut')
  await until(async () => filesIn(store) === 3, 'the upload is under way')
  await program.end('SIGKILL')
  expect(await cut).toBe('cut')
  program = await startProgram(options)
  cookie = await signIn()
  await until(async () => filesIn(store) === 2, 'what a crash left behind is gone')
  expect((await fetch(`${url}/api/evidence/${evidence.id}`, { headers: { cookie } })).status).toBe(200)
  await program.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
